import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import { resolveMerged, type MergedRecord } from './resolve-merged.ts';
import { isSimilarName } from './similar-names.ts';

/** What of a customer's record finds its doubles. */
export type KnownCustomer = Pick<Customer, '_id' | 'name' | 'phone' | 'mergedInto' | 'archived'>;
/** What of a car's record finds its doubles. */
export type KnownVehicle = Pick<Vehicle, '_id' | 'plate' | 'customerIds' | 'mergedInto' | 'archived'>;

/** Two records that are likely one; ids in order of age. */
export interface LikelyDuplicate {
  readonly type: 'customer' | 'vehicle';
  readonly reason: 'same_phone' | 'same_plate' | 'similar_name';
  readonly ids: readonly [string, string];
}

/** Whoever shares a car with more people than this is a dealer, and names among them say nothing. */
const MOST_SHARING = 20;

const keptIn = <R extends MergedRecord & { readonly _id: string; readonly archived?: boolean | undefined }>(
  records: readonly R[],
) => {
  const known = new Map(records.map((record) => [record._id, record]));
  const keptOf = (id: string): string => resolveMerged(id, (one) => known.get(one));
  const current = records.filter(({ _id, archived }) => archived !== true && keptOf(_id) === _id);
  return { known, keptOf, current };
};

function grouped<R>(records: readonly R[], keyOf: (record: R) => string | undefined): R[][] {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Each record of a group beside its oldest one: merging them one by one leaves one. */
function besideFirst(ids: readonly string[]): (readonly [string, string])[] {
  const [first, ...others] = ids.toSorted();
  return first === undefined ? [] : others.map((other) => [first, other] as const);
}

/** People of each car, by the plate: two records of a car are one before anybody has merged them. */
function peopleOfCars(vehicles: readonly KnownVehicle[], keptOf: (id: string) => string): Set<string>[] {
  const cars = new Map<string, Set<string>>();
  for (const { plate, customerIds } of vehicles) {
    const people = cars.get(plate) ?? new Set();
    for (const id of customerIds) people.add(keptOf(id));
    cars.set(plate, people);
  }
  return [...cars.values()].filter(({ size }) => size > 1 && size <= MOST_SHARING);
}

function* similarOf(
  people: ReadonlySet<string>,
  known: ReadonlyMap<string, KnownCustomer>,
): Generator<readonly [string, string]> {
  const named = [...people].toSorted().flatMap((id) => known.get(id) ?? []);
  for (const [index, one] of named.entries())
    for (const other of named.slice(index + 1))
      if (one.name !== undefined && other.name !== undefined && isSimilarName(one.name, other.name))
        yield [one._id, other._id];
}

/**
 * Records that are likely one: customers with one phone, cars with one plate, and customers of one car with similar names.
 * Each pair once, with its strongest reason; records that were merged already stand under the one that was kept.
 */
export function likelyDuplicates(
  customers: readonly KnownCustomer[],
  vehicles: readonly KnownVehicle[],
): LikelyDuplicate[] {
  const people = keptIn(customers);
  const cars = keptIn(vehicles);
  const found = new Map<string, LikelyDuplicate>();
  const note = (duplicate: LikelyDuplicate): void => {
    const key = duplicate.ids.join(' ');
    if (!found.has(key)) found.set(key, duplicate);
  };
  for (const group of grouped(people.current, ({ phone }) => phone))
    for (const ids of besideFirst(group.map(({ _id }) => _id)))
      note({ type: 'customer', reason: 'same_phone', ids });
  for (const group of grouped(cars.current, ({ plate }) => plate))
    for (const ids of besideFirst(group.map(({ _id }) => _id)))
      note({ type: 'vehicle', reason: 'same_plate', ids });
  const here = new Map(people.current.map((customer) => [customer._id, customer]));
  for (const sharing of peopleOfCars(vehicles, people.keptOf))
    for (const ids of similarOf(sharing, here)) note({ type: 'customer', reason: 'similar_name', ids });
  return [...found.values()];
}
