import 'fake-indexeddb/auto';
import type { Replica } from '@revops/pwa/engine';
import type PouchDBOfNode from 'pouchdb';

const builtForBrowsers = 'pouchdb/dist/pouchdb.js';
// What PouchDB's build for browsers looks for in one.
Object.assign(globalThis, { self: globalThis, navigator: { userAgent: 'Chrome/120' } });
const { default: PouchDB } = (await import(builtForBrowsers)) as { default: typeof PouchDBOfNode };

/** A replica as the app's worker opens it: in IndexedDB, by the adapter that phones use. */
export const openBrowserReplica = (name: string): Replica =>
  new PouchDB<Record<string, unknown>>(name, { adapter: 'idb', auto_compaction: true });

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('unread')));
  });

/** Every byte of every store of these databases, whoever wrote it. */
export async function rawBytes(factory: IDBFactory): Promise<string> {
  const parts: string[] = [];
  for (const { name = '' } of await factory.databases()) {
    const database = await answerOf(factory.open(name));
    const stores = [...database.objectStoreNames];
    for (const store of stores) {
      const records = database.transaction(store).objectStore(store);
      parts.push(JSON.stringify([name, store, await answerOf(records.getAll())]));
    }
    database.close();
  }
  return parts.join('\n');
}
