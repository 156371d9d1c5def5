import type { AnyDocument } from '@revops/domain';
import type { DeviceDatabase, TrayRecord } from '@revops/pwa/data';
import { reading, writing } from '@revops/pwa/data/database/open.ts';
import { storeNames } from '@revops/pwa/data/database/schema.ts';

/** What the phone's disk holds. */
export interface Disk {
  readonly journal: readonly { readonly id: string; readonly body: AnyDocument }[];
  readonly tray: readonly TrayRecord[];
  /** What a restored server has lost and only an owner can bring back. */
  readonly recovery: readonly { readonly body: AnyDocument }[];
  readonly documents: readonly AnyDocument[];
  /** Rows that are marks of lost documents. */
  readonly marks: readonly string[];
  readonly rollups: readonly { readonly key: string; readonly amount: number; readonly count: number }[];
  /** How far the device has counted. */
  readonly issued: number;
  /** By whose days it counts while it does not hold its workshop: a removed person's phone remembers. */
  readonly timeZone: string | undefined;
}

export const readDisk = (db: DeviceDatabase): Promise<Disk> =>
  reading(db, async (tx) => {
    const [journal, tray, recovery, rows, rollups, issued, timeZone] = await Promise.all([
      tx.objectStore('journal').getAll(),
      tx.objectStore('tray').getAll(),
      tx.objectStore('recovery').getAll(),
      tx.objectStore('rows').getAll(),
      tx.objectStore('rollups').getAll(),
      tx.objectStore('meta').get('issued'),
      tx.objectStore('meta').get('timeZone'),
    ]);
    const documents = rows.map((row) => row.doc).filter((document) => document !== undefined);
    const marks = rows.filter((row) => row.removed !== undefined).map(({ id }) => id);
    const zone = typeof timeZone === 'string' ? timeZone : undefined;
    return {
      journal,
      tray,
      recovery,
      documents,
      marks,
      rollups,
      issued: Number(issued ?? 0),
      timeZone: zone,
    };
  });

/** Every byte of it, to be compared. */
export const readEverything = (db: DeviceDatabase): Promise<string> =>
  reading(db, async (tx) => {
    const stores = await Promise.all(
      storeNames.map(async (name) => {
        const store = tx.objectStore(name);
        return [name, await store.getAllKeys(), await store.getAll()] as const;
      }),
    );
    return JSON.stringify(stores);
  });

/** Somebody copies all that the browser has stored to another phone. */
export async function copyDisk(from: DeviceDatabase, to: DeviceDatabase): Promise<void> {
  const stores = await reading(from, async (tx) =>
    Promise.all(
      storeNames.map(async (name) => {
        const store = tx.objectStore(name);
        return { name, keys: await store.getAllKeys(), values: await store.getAll() };
      }),
    ),
  );
  await writing(to, 'strict', async (tx) => {
    for (const { name, keys, values } of stores)
      for (const [index, value] of values.entries()) {
        const store = tx.objectStore(name) as unknown as {
          put(value: unknown, key?: IDBValidKey): Promise<unknown>;
        };
        await (name === 'meta' ? store.put(value, keys[index]) : store.put(value));
      }
  });
}
