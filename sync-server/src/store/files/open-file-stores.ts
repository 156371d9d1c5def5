import type { Config } from '#src/config/config.ts';
import { couchFileStores } from './couch-file-stores.ts';
import { diskFileStores } from './disk-file-stores.ts';
import type { FileStores } from './file-store.ts';

/** In CouchDB where COUCHDB_URL names one; otherwise in files under the server's own folder. */
export function openFileStores(config: Config): FileStores {
  const { couchdbUrl: url, couchdbPrefix: prefix, dataDir } = config;
  return url === undefined ? diskFileStores(dataDir) : couchFileStores({ url, prefix });
}
