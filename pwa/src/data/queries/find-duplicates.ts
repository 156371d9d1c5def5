import {
  likelyDuplicates,
  type KnownCustomer,
  type KnownVehicle,
  type LikelyDuplicate,
} from '@revops/domain';
import { reading, type DeviceDatabase } from '../database/open.ts';
import { yieldToEvents } from '../exchange/apply-pulled.ts';

/** Read in some milliseconds; a save waits for one of them at most. */
const PER_READ = 500;

/** Every document of a type, page by page, of which only what is wanted is kept. */
async function allOf<R>(
  db: DeviceDatabase,
  type: string,
  pick: (document: R) => R,
  signal: AbortSignal,
): Promise<R[]> {
  const found: R[] = [];
  for (let after = `${type}:`; ;) {
    signal.throwIfAborted();
    const range = IDBKeyRange.bound(after, `${type}:\uffff`, true);
    const rows = await reading(db, (tx) => tx.objectStore('rows').getAll(range, PER_READ));
    for (const { doc } of rows) if (doc !== undefined) found.push(pick(doc as unknown as R));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PER_READ) return found;
    after = last.id;
    await yieldToEvents();
  }
}

/** Records on this phone that are likely one; reads the whole book, in slices. */
export async function findDuplicates(db: DeviceDatabase, signal: AbortSignal): Promise<LikelyDuplicate[]> {
  const customers = await allOf<KnownCustomer>(
    db,
    'customer',
    ({ _id, name, phone, mergedInto, archived }) => ({ _id, name, phone, mergedInto, archived }),
    signal,
  );
  const vehicles = await allOf<KnownVehicle>(
    db,
    'vehicle',
    ({ _id, plate, customerIds, mergedInto, archived }) => ({
      _id,
      plate,
      customerIds,
      mergedInto,
      archived,
    }),
    signal,
  );
  return likelyDuplicates(customers, vehicles);
}
