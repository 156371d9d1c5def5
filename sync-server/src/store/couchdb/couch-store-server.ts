import { prepareDatabase, prepareServer, CouchError, type Send } from '@revops/couchdb';
import { AppError } from '#src/errors/app-error.ts';
import { checkDatabaseName, isDatabaseName } from '../database-name.ts';
import type { DocumentStore, StoreServer } from '../document-store.ts';
import { BootTimesReader } from './boot-times.ts';
import { CouchConnection } from './couch-connection.ts';
import { CouchDatabase } from './couch-database.ts';
import { CouchFailure, failedWith, toAppError } from './couch-failure.ts';
import { CouchStore } from './couch-store.ts';
import { FeedOpening } from './feed-opening.ts';

export interface CouchOptions {
  /** With name and password of a server admin. */
  readonly url: string;
  /** Before every database's name: several RevOps may share one CouchDB. */
  readonly prefix?: string;
}

export interface CouchStoreServer extends StoreServer {
  /** For tests: ends like a killed process. */
  kill(): Promise<void>;
}

/** The store for more than one server and for power-loss safety: CouchDB 3.5, one node or a cluster. */
export async function openCouchStore(options: CouchOptions): Promise<CouchStoreServer> {
  const { prefix = '' } = options;
  const connection: CouchConnection = new CouchConnection(options.url, () => boots.forget());
  const boots = new BootTimesReader(connection);
  const stores = new Map<string, Promise<DocumentStore>>();
  const send = senderOver(connection);
  let ended = false;

  function assertOpen(): void {
    if (ended) throw new AppError('unavailable', 'The store is closed.');
  }

  async function start(name: string): Promise<DocumentStore> {
    await prepareDatabase(send, prefix + name);
    const database = new CouchDatabase(connection, prefix + name);
    const opening = new FeedOpening(database, boots);
    const store = new CouchStore({ name, database, opening, forget: () => stores.delete(name) });
    await store.info();
    return store;
  }

  async function end(how: 'close' | 'kill'): Promise<void> {
    if (ended) return;
    ended = true;
    await connection.close(how);
  }

  async function list(): Promise<readonly string[]> {
    assertOpen();
    const query = { startkey: JSON.stringify(prefix), endkey: JSON.stringify(`${prefix}\ufff0`) };
    const { body } = await inCodes(connection.call({ kind: 'scan', path: '_all_dbs', query }));
    return (body as readonly string[])
      .map((name) => name.slice(prefix.length))
      .filter((name) => isDatabaseName(name));
  }

  await firstContact(send, options.url).catch(async (error: unknown) => {
    await end('kill');
    throw error;
  });

  return {
    async open(name) {
      assertOpen();
      checkDatabaseName(name);
      const known = stores.get(name);
      if (known) return known;
      const opening = inCodes(start(name));
      stores.set(name, opening);
      opening.catch(() => stores.delete(name));
      return opening;
    },
    async exists(name) {
      assertOpen();
      checkDatabaseName(name);
      try {
        await connection.call({ kind: 'read', path: encodeURIComponent(prefix + name) });
        return true;
      } catch (error) {
        if (failedWith(error, 404)) return false;
        throw toAppError(error);
      }
    },
    list,
    async ping() {
      assertOpen();
      await inCodes(connection.aside({ kind: 'probe', path: '_up' }));
    },
    close: () => end('close'),
    kill: () => end('kill'),
  };
}

async function inCodes<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw toAppError(error);
  }
}

/** Set-up speaks in statuses. */
function senderOver(connection: CouchConnection): Send {
  return async ({ method, path, body }) => {
    const call = {
      kind: 'setup',
      method,
      path: path.slice(1),
      ...(body === undefined ? {} : { body }),
    } as const;
    try {
      return (await connection.call(call)).body;
    } catch (error) {
      if (error instanceof CouchFailure && error.status > 0)
        throw new CouchError(error.status, error.message);
      throw error;
    }
  };
}

/** Ends the boot in words that say what to change. */
async function firstContact(send: Send, url: string): Promise<void> {
  const { host } = new URL(url);
  try {
    await prepareServer(send);
  } catch (error) {
    const status = error instanceof CouchError ? error.status : 0;
    if (status === 401)
      throw new Error(`CouchDB at ${host} refused the name or password in COUCHDB_URL.`, { cause: error });
    if (status === 403)
      throw new Error(`The account in COUCHDB_URL is not an admin of the CouchDB at ${host}.`, {
        cause: error,
      });
    throw new Error(`CouchDB does not answer at ${host}. Is it running, and is COUCHDB_URL right?`, {
      cause: error,
    });
  }
}
