import type { DeviceDatabase } from '@revops/pwa/data';

const NAME = 'bench-bare';
const PER_TRANSACTION = 50;

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });

function emptyStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => {
      const rows = request.result.createObjectStore('rows', { keyPath: 'id' });
      rows.createIndex('lists', 'lists', { multiEntry: true });
      rows.createIndex('head', 'head');
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
}

/** Puts the same rows with the same indexes, as many per transaction as a pull, and does nothing else. @returns ms. */
export async function bareCopy(db: DeviceDatabase): Promise<number> {
  const rows = await db.connection().getAll('rows');
  const target = await emptyStore();
  const started = performance.now();
  for (let start = 0; start < rows.length; start += PER_TRANSACTION) {
    const transaction = target.transaction('rows', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('rows');
    for (const row of rows.slice(start, start + PER_TRANSACTION)) store.put(row);
    await ended(transaction);
  }
  const elapsedMs = performance.now() - started;
  target.close();
  indexedDB.deleteDatabase(NAME);
  return elapsedMs;
}
