import { AppError } from '#src/errors/app-error.ts';
import { toAppError } from '../couchdb/couch-failure.ts';
import { isDatabaseName } from '../database-name.ts';
import { CouchFileStore } from './couch-file-store.ts';
import { CouchFilesConnection } from './couch-files-connection.ts';
import { checkWorkshop } from './file-key.ts';
import type { FileStores } from './file-store.ts';

export interface CouchFilesOptions {
  /** With name and password of a server admin. */
  readonly url: string;
  readonly prefix?: string;
}

/** Nobody but server admins, as with the workshop's documents. */
const adminOnly = {
  admins: { names: [], roles: ['_admin'] },
  members: { names: [], roles: ['_admin'] },
} as const;

/** Files beside the documents of each workshop, in a database of their own: `ws-<id>-files`. */
export function couchFileStores({ url, prefix = '' }: CouchFilesOptions): FileStores {
  const connection = new CouchFilesConnection(url);
  const stores = new Map<string, CouchFileStore>();

  async function prepare(database: string): Promise<void> {
    try {
      const path = `/${encodeURIComponent(database)}`;
      if ((await connection.done({ method: 'PUT', path: `${path}?q=1` }, 201, 202, 412)) === 412) return;
      await connection.done({ method: 'PUT', path: `${path}/_security`, json: adminOnly }, 200);
    } catch (error) {
      throw toAppError(error);
    }
  }

  return {
    of(workshopId) {
      const name = `ws-${checkWorkshop(workshopId)}-files`;
      if (!isDatabaseName(name)) throw new AppError('bad_request', 'Not a workshop.');
      const database = prefix + name;
      let store = stores.get(database);
      if (!store) {
        store = new CouchFileStore(connection, database, () => prepare(database));
        stores.set(database, store);
      }
      return store;
    },
    close: () => connection.close(),
  };
}
