import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openCouchStore } from '../couchdb/couch-store-server.ts';
import { openEmbeddedStore } from '../embedded/embedded-store-server.ts';
import { uniquePrefix } from './contract-kit.ts';
import { documentStoreContract } from './document-store.contract.ts';

documentStoreContract('embedded', async () =>
  openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-store-')) }),
);

const url = process.env['COUCHDB_URL'] ?? '';
if (url === '') process.stdout.write('The contract on CouchDB was SKIPPED: COUCHDB_URL is not set.\n');
describe.runIf(url !== '')('with COUCHDB_URL', () => {
  documentStoreContract('CouchDB', () => openCouchStore({ url, prefix: uniquePrefix() }));
});
