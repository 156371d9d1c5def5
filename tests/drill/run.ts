import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { archiveDrill, type ArchiveDrill, type Place } from './archive-drill.ts';
import type { BackAgain } from './back-again.ts';
import { removeDatabases, removeJobs } from './couch-scratch.ts';
import { standbyDrill } from './standby-drill.ts';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '2000' } } });
const documents = Number(values.documents);
const url = process.env['COUCHDB_URL'] ?? '';
const standbyUrl = process.env['COUCHDB_STANDBY_URL'] ?? '';
const prefix = `drill-${process.pid}-`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function sayFound(found: BackAgain & { readonly documents: number; readonly recoveryMs: number }): void {
  say(
    `  recovery point: ${seconds(found.recoveryPointMs)} (${found.lost} of ${found.documents} acknowledged documents)`,
  );
  say(`  recovery time:  ${seconds(found.recoveryMs)} until a phone was signed in and read`);
  say(
    `  the phone signed in ${found.signedIn}; its place in the feed was ${found.isNoticed ? '' : 'NOT '}refused`,
  );
}

function isGood(found: BackAgain): boolean {
  if (!found.isNoticed) say('  FAILED: a phone would not notice that the server was put back');
  return found.isNoticed;
}

async function fromArchive(words: string, place: Place): Promise<boolean> {
  say(`\n${words}`);
  const found: ArchiveDrill = await archiveDrill(place, documents);
  say(`  backup:         ${seconds(found.backupMs)} to write and verify while documents were written`);
  sayFound(found);
  say(
    '  what came after the backup is on the phones, which send it again; with a schedule the point is its pause',
  );
  if (found.broken) say('  FAILED: documents that were acknowledged before the backup began are not in it');
  return isGood(found) && !found.broken;
}

async function fromStandby(): Promise<boolean> {
  say('\nCouchDB, from its standby');
  const found = await standbyDrill({ url, standbyUrl, prefix: `${prefix}s-` }, documents);
  sayFound(found);
  const isInTime = found.recoveryPointMs < 5 * 60_000;
  if (!isInTime) say('  FAILED: the recovery point is to stay under five minutes');
  return isGood(found) && isInTime;
}

const dataIn = (name: string) => (folder: string) => ({ DATA_DIR: join(folder, name) });
const couch = (name: string) => (folder: string) => ({
  DATA_DIR: join(folder, name),
  COUCHDB_URL: url,
  COUCHDB_PREFIX: `${prefix}${name}-`,
});

/** `npm run drill`: loses a server on purpose, brings it back, and says what that cost. Only scratch data is touched. */
async function main(): Promise<void> {
  const results = [
    await fromArchive('Embedded store, from an archive', {
      before: dataIn('before'),
      after: dataIn('after'),
    }),
  ];
  if (url === '') say('\nskipped without COUCHDB_URL: CouchDB, from an archive');
  else
    results.push(
      await fromArchive('CouchDB, from an archive', { before: couch('before'), after: couch('after') }),
    );
  if (url === '' || standbyUrl === '') say('skipped without COUCHDB_STANDBY_URL: CouchDB, from its standby');
  else results.push(await fromStandby());
  process.exitCode = results.every(Boolean) ? 0 : 1;
}

async function tidy(): Promise<void> {
  if (url !== '') await removeJobs(url, prefix);
  for (const one of [url, standbyUrl]) if (one !== '') await removeDatabases(one, prefix);
}

try {
  await main();
} finally {
  await tidy();
}
