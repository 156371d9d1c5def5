import { keptRecord, type Customer, type Vehicle } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { mergedList } from '../projections/merged-list.ts';
import { listed } from './lists.ts';

type BookRecord = Customer | Vehicle;

/** A record of the book as this phone has it. */
export const bookRecord = async <R extends BookRecord>(tx: ReadTx, id: string): Promise<R | undefined> =>
  (await tx.objectStore('rows').get(id))?.doc as unknown as R | undefined;

/** The record that another stands for. */
export const keptOf = <R extends BookRecord>(tx: ReadTx, record: R): Promise<R> =>
  keptRecord(record, (id) => bookRecord<R>(tx, id));

/** A record with all that was merged into it, however deep, the one that was kept first; merges may go round in circles. */
export async function familyOf<R extends BookRecord>(tx: ReadTx, record: R): Promise<R[]> {
  const kept = await keptOf(tx, record);
  const family = new Map<string, R>([[kept._id, kept]]);
  let news = [kept._id];
  while (news.length > 0) {
    const lists = await Promise.all(news.map((id) => listed(tx, mergedList(id))));
    news = [];
    for (const { id, doc } of lists.flat()) {
      if (doc === undefined || family.has(id)) continue;
      family.set(id, doc as unknown as R);
      news.push(id);
    }
  }
  return [...family.values()];
}

/** The families of some records, each record once. */
export async function familiesOf<R extends BookRecord>(tx: ReadTx, records: readonly R[]): Promise<R[]> {
  const families = await Promise.all(records.map((record) => familyOf(tx, record)));
  return [...new Map(families.flat().map((record) => [record._id, record])).values()];
}

/** The records of a plate, or what they were merged into: one with that very plate is meant before any other. */
export async function carsOfPlate(tx: ReadTx, plate: string): Promise<Vehicle[]> {
  const rows = await listed(tx, `plate|${plate}|`);
  const cars = rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Vehicle]));
  const [first] = cars.filter(({ mergedInto }) => mergedInto === undefined);
  const meant = first ?? cars[0];
  if (meant === undefined) return [];
  return familiesOf(tx, [meant, ...cars.filter(({ _id }) => _id !== meant._id)]);
}
