import type { Config } from '#src/config/config.ts';
import { openCouchStore } from './couchdb/couch-store-server.ts';
import type { StoreServer } from './document-store.ts';
import { openEmbeddedStore } from './embedded/embedded-store-server.ts';

/** CouchDB where COUCHDB_URL names one; otherwise the store that needs no database server. */
export function openStores(config: Config): Promise<StoreServer> {
  const { couchdbUrl: url, couchdbPrefix: prefix, dataDir: folder } = config;
  return url === undefined ? openEmbeddedStore({ folder }) : openCouchStore({ url, prefix });
}
