import { buildIndexes } from './build-indexes.ts';
import { CouchError, type Send } from './couch-request.ts';
import { prepareDatabase } from './prepare-database.ts';
import { prepareServer } from './prepare-server.ts';
import { removeEarlierDesigns } from './remove-earlier-designs.ts';

export interface SetUpOptions {
  /** Before every database's name. */
  readonly prefix: string;
  /** Removes the indexes of other versions: only once no gateway of another version runs. */
  readonly tidy: boolean;
  readonly say: (line: string) => void;
}

/** The server's own database and one per workshop; a workshop's files stand in another and are never looked up. */
const isOurs = (name: string): boolean =>
  name === 'revops-system' || (/^ws-[a-z0-9-]+$/.test(name) && !name.endsWith('-files'));

/** Prepares the server and all databases that begin with `prefix`, and waits for their indexes; says what it does. */
export async function setUp(send: Send, options: SetUpOptions): Promise<void> {
  const { prefix, say } = options;
  for (const line of await prepareServer(send)) say(line);
  const names = (await send({ method: 'GET', path: '/_all_dbs' })) as readonly string[];
  const ours = names.filter((name) => name.startsWith(prefix) && isOurs(name.slice(prefix.length)));
  const databases = new Set([`${prefix}revops-system`, ...ours]);
  for (const name of databases) {
    await setUpDatabase(send, name, options).catch((error: unknown) => {
      const reason = error instanceof CouchError ? error.message : String(error);
      throw new Error(`${name}: ${reason}`, { cause: error });
    });
  }
  say(`${databases.size} databases are ready`);
}

async function setUpDatabase(send: Send, name: string, { say, tidy }: SetUpOptions): Promise<void> {
  const { created, changed } = await prepareDatabase(send, name);
  if (created) say(`${name}: created`);
  if (changed.length > 0) say(`${name}: put ${changed.join(', ')}`);
  await buildIndexes(send, name, say);
  if (!tidy) return;
  const removed = await removeEarlierDesigns(send, name);
  if (removed.length > 0) say(`${name}: removed ${removed.join(', ')}`);
}
