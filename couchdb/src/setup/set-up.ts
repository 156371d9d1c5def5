import { CouchError, type Send } from './couch-request.ts';
import { prepareDatabase } from './prepare-database.ts';
import { prepareServer } from './prepare-server.ts';

/** The server's own database and one per workshop; a workshop's files stand in another and are never looked up. */
const isOurs = (name: string): boolean =>
  name === 'revops-system' || (/^ws-[a-z0-9-]+$/.test(name) && !name.endsWith('-files'));

/** Prepares the server and all databases that begin with `prefix`; answers what was done, line by line. */
export async function setUp(send: Send, prefix: string): Promise<readonly string[]> {
  const server = await prepareServer(send);
  const names = (await send({ method: 'GET', path: '/_all_dbs' })) as readonly string[];
  const ours = names.filter((name) => name.startsWith(prefix) && isOurs(name.slice(prefix.length)));
  const databases = new Set([`${prefix}revops-system`, ...ours]);
  const lines = [...server];
  for (const name of databases) {
    const { created, changed } = await prepareDatabase(send, name).catch((error: unknown) => {
      const reason = error instanceof CouchError ? error.message : String(error);
      throw new Error(`${name}: ${reason}`, { cause: error });
    });
    if (created) lines.push(`${name}: created`);
    if (changed.length > 0) lines.push(`${name}: put ${changed.join(', ')}`);
  }
  lines.push(`${databases.size} databases are ready`);
  return lines;
}
