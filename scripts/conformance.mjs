// `npm run test:conformance`: real CouchDB clients through the gateway, before each store that is at hand.
import { spawnSync } from 'node:child_process';
import { root } from './lib/bootstrap.mjs';

const couchdb = process.env.COUCHDB_URL;
const args = ['vitest', 'run', '--project', 'unit', 'tests/conformance', ...process.argv.slice(2)];

function run(words, env) {
  console.log(`\n── ${words}`);
  return (
    spawnSync('npx', args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  );
}

let passed = run('the gateway before its embedded store', { REVOPS_TEST_STORE: '' });
if (couchdb) {
  passed = run('the gateway before CouchDB', { REVOPS_TEST_STORE: 'couchdb' }) && passed;
  console.log(
    '\nskipped before CouchDB: files put back by hand (sync-server/src/store/couchdb/restart.test.ts does it)',
  );
} else {
  for (const left of [
    "CouchDB's own replicator, both ways",
    'rows beside those of a plain CouchDB',
    'every test with the gateway before CouchDB',
  ])
    console.log(`skipped without COUCHDB_URL: ${left}`);
}
process.exit(passed ? 0 : 1);
