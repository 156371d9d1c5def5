import { parseArgs } from 'node:util';
import { fetchSender } from './fetch-sender.ts';
import { setUp } from './set-up.ts';

/**
 * `npm run couchdb:setup`: prepares the CouchDB of COUCHDB_URL and every RevOps database in it. Run before an upgrade it
 * builds the new version's indexes beside those in use; `-- --tidy` after it removes the old ones.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { tidy: { type: 'boolean', default: false } } });
  const url = process.env['COUCHDB_URL'];
  if (url === undefined || url === '')
    throw new Error('Set COUCHDB_URL to the CouchDB, for example http://admin:password@localhost:5984');
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await setUp(fetchSender(url), { prefix: process.env['COUCHDB_PREFIX'] ?? '', tidy: values.tidy, say });
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
