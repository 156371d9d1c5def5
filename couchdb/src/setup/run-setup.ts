import { fetchSender } from './fetch-sender.ts';
import { setUp } from './set-up.ts';

/** `npm run couchdb:setup`: prepares the CouchDB of COUCHDB_URL and every RevOps database in it. */
async function main(): Promise<void> {
  const url = process.env['COUCHDB_URL'];
  if (url === undefined || url === '')
    throw new Error('Set COUCHDB_URL to the CouchDB, for example http://admin:password@localhost:5984');
  const lines = await setUp(fetchSender(url), process.env['COUCHDB_PREFIX'] ?? '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
