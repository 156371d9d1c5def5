import type { Page } from 'playwright-core';

/** The stores of this browser's databases in which a text stands, as `database/store`. */
export function storesWith(page: Page, text: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const request = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error ?? new Error('IndexedDB')));
      });
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await request(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const values = await request(db.transaction(store).objectStore(store).getAll());
        if (JSON.stringify(values).includes(wanted)) found.push(`${name}/${store}`);
      }
      db.close();
    }
    return found;
  }, text);
}
