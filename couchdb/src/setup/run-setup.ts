import { parseArgs } from 'node:util';
import { fetchSender } from './fetch-sender.ts';
import { setUp } from './set-up.ts';
import { followWithStandby } from './standby.ts';
import { standbyJobs } from './standby-jobs.ts';

const setting = (name: string): string | undefined => {
  const value = process.env[name];
  return value === '' ? undefined : value;
};

/**
 * `npm run couchdb:setup`: prepares the CouchDB of COUCHDB_URL and every RevOps database in it. Run before an upgrade it
 * builds the new version's indexes beside those in use; `-- --tidy` after it removes the old ones. With COUCHDB_STANDBY_URL a second
 * CouchDB follows every database; `-- --status` says how far that one is and does nothing else.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { tidy: { type: 'boolean', default: false }, status: { type: 'boolean', default: false } },
  });
  const url = setting('COUCHDB_URL');
  if (url === undefined)
    throw new Error('Set COUCHDB_URL to the CouchDB, for example http://admin:password@localhost:5984');
  const prefix = setting('COUCHDB_PREFIX') ?? '';
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.status) return sayStatus(url, prefix, say);
  await setUp(fetchSender(url), { prefix, tidy: values.tidy, say });
  await setUpStandby(url, prefix, say);
}

async function setUpStandby(url: string, prefix: string, say: (line: string) => void): Promise<void> {
  const standbyUrl = setting('COUCHDB_STANDBY_URL');
  if (standbyUrl === undefined) return;
  const standby = fetchSender(standbyUrl, 'COUCHDB_STANDBY_URL');
  const lines = await followWithStandby(fetchSender(url), standby, { url, standbyUrl, prefix });
  for (const line of [...lines, 'the standby follows every database']) say(line);
}

async function sayStatus(url: string, prefix: string, say: (line: string) => void): Promise<void> {
  const jobs = await standbyJobs(fetchSender(url), prefix);
  if (jobs.length === 0) say('No standby follows. Set COUCHDB_STANDBY_URL and run couchdb:setup.');
  for (const { database, state, behind, words } of jobs)
    say(`${database}: ${state}, ${behind} changes behind${words === undefined ? '' : ` – ${words}`}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
