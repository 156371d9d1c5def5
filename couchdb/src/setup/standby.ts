import { isStatus, type Send } from './couch-request.ts';
import { prepareDatabase } from './prepare-database.ts';
import { prepareServer } from './prepare-server.ts';
import { secureDatabase } from './secure-database.ts';
import { isFollowing, jobId, standbyJobs } from './standby-jobs.ts';

export interface StandbyOptions {
  /** With names and passwords; CouchDB itself must reach both under these addresses. */
  readonly url: string;
  readonly standbyUrl: string;
  readonly prefix: string;
}

interface Endpoint {
  readonly url: string;
  readonly auth: { readonly basic: { readonly username: string; readonly password: string } };
}

interface JobDocument {
  readonly _rev?: string;
  readonly source: Endpoint;
  readonly target: Endpoint;
}

const isOurs = (name: string): boolean => /^(revops|ws)-[a-z0-9-]+$/.test(name);

/**
 * Has CouchDB send every change of every database on to a second CouchDB, for ever: one replication per database, kept by
 * CouchDB over its own restarts. Safe to repeat; each time the databases that are new come along, and a replication that
 * has given up is started again, because CouchDB itself waits up to hours after an outage. Answers what was done.
 */
export async function followWithStandby(
  send: Send,
  standby: Send,
  options: StandbyOptions,
): Promise<readonly string[]> {
  await prepareServer(standby);
  const jobs = new Map((await standbyJobs(send, options.prefix)).map((job) => [job.database, job]));
  const lines: string[] = [];
  for (const name of await databases(send, options.prefix)) {
    const job = jobs.get(name);
    const isStuck = job !== undefined && !isFollowing(job);
    if (job === undefined) await prepareTarget(standby, name);
    if (await putJob(send, name, options, isStuck))
      lines.push(`${name}: ${isStuck ? 'started again' : 'follows'}`);
  }
  return lines;
}

async function databases(send: Send, prefix: string): Promise<readonly string[]> {
  const range = { startkey: JSON.stringify(prefix), endkey: JSON.stringify(`${prefix}\ufff0`) };
  const path = `/_all_dbs?${new URLSearchParams(range).toString()}`;
  const names = (await send({ method: 'GET', path })) as readonly string[];
  return names.filter((name) => name.startsWith(prefix) && isOurs(name.slice(prefix.length)));
}

/** Closed to everybody before the first document comes. Views are built there already when it is needed. */
async function prepareTarget(standby: Send, name: string): Promise<void> {
  if (!name.endsWith('-files')) {
    await prepareDatabase(standby, name);
    return;
  }
  await standby({ method: 'PUT', path: `/${encodeURIComponent(name)}?q=1` }).catch((error: unknown) => {
    if (!isStatus(error, 412)) throw error;
  });
  await secureDatabase(standby, `/${encodeURIComponent(name)}`);
}

async function putJob(
  send: Send,
  name: string,
  { url, standbyUrl }: StandbyOptions,
  isStuck: boolean,
): Promise<boolean> {
  const path = `/_replicator/${encodeURIComponent(jobId(name))}`;
  const source = endpoint(url, name);
  const target = endpoint(standbyUrl, name);
  const stored = await readJob(send, path);
  const isSame = stored !== undefined && same(stored.source, source) && same(stored.target, target);
  if (isSame && !isStuck) return false;
  const rev = stored?._rev === undefined ? {} : { _rev: stored._rev };
  // Any other text starts it again.
  const body = { ...rev, source, target, continuous: true, startedAt: new Date().toISOString() };
  try {
    await send({ method: 'PUT', path, body });
    return true;
  } catch (error) {
    // Another gateway was as fast.
    if (isStatus(error, 409)) return false;
    throw error;
  }
}

async function readJob(send: Send, path: string): Promise<JobDocument | undefined> {
  try {
    return (await send({ method: 'GET', path })) as JobDocument;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

function endpoint(address: string, database: string): Endpoint {
  const url = new URL(address);
  const basic = { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  url.username = url.password = '';
  return { url: `${url.href.replace(/\/+$/, '')}/${encodeURIComponent(database)}`, auth: { basic } };
}

function same(one: Endpoint | undefined, other: Endpoint): boolean {
  const { username, password } = one?.auth.basic ?? {};
  return (
    one?.url === other.url && username === other.auth.basic.username && password === other.auth.basic.password
  );
}
