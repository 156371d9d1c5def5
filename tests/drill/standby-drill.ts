import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchSender, followWithStandby } from '@revops/couchdb';
import { lookAround, type BackAgain } from './back-again.ts';
import { removeJobs } from './couch-scratch.ts';
import { ServerProcess } from './server-process.ts';
import { Workshop } from './workshop.ts';

export interface StandbyDrill extends BackAgain {
  readonly documents: number;
  readonly recoveryMs: number;
}

export interface Pair {
  readonly url: string;
  readonly standbyUrl: string;
  readonly prefix: string;
}

const writingMs = 15_000;

/**
 * A server is written to while a second CouchDB follows the first. Server and first CouchDB are gone from one moment to
 * the next (the replication is cut, nothing of the first is asked any more); a server on the second one takes over.
 */
export async function standbyDrill(pair: Pair, documents: number): Promise<StandbyDrill> {
  const { url, standbyUrl, prefix } = pair;
  const folder = await mkdtemp(join(tmpdir(), 'revops-drill-'));
  const settings = { DATA_DIR: join(folder, 'data'), COUCHDB_PREFIX: prefix };
  const first = await ServerProcess.start({ ...settings, COUCHDB_URL: url, COUCHDB_STANDBY_URL: standbyUrl });
  const workshop = await Workshop.open(first.url);
  // What the server does within a minute of a workshop's founding.
  await followWithStandby(fetchSender(url), fetchSender(standbyUrl), pair);
  await workshop.fill(documents);
  const feed = await workshop.phone.changes('limit=1');
  workshop.write();
  await new Promise((resolve) => setTimeout(resolve, writingMs));
  const stoppedAt = Date.now();
  await Promise.all([first.kill(), removeJobs(url, prefix)]);
  await workshop.rest();

  const restoredAt = Date.now();
  const second = await ServerProcess.start({ ...settings, COUCHDB_URL: standbyUrl });
  const found = await lookAround(workshop, second.url, feed.last_seq, stoppedAt);
  const recoveryMs = Date.now() - restoredAt;
  await second.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  return { ...found, documents: workshop.written.length, recoveryMs };
}
