import type { Customer, Job, Vehicle } from '@revops/domain';
import { customerCars } from '../projections/vehicle.ts';
import { instantOfDocument } from '../projections/projection.ts';
import type { ReadTx } from '../database/schema.ts';
import type { CarLine } from './customer-jobs.ts';
import { listed } from './lists.ts';
import { bookRecord } from './merged.ts';

/** One record by itself, for laying it beside another: only what names this very record. */
export interface BookSide {
  readonly id: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly model?: string | undefined;
  readonly cars: readonly CarLine[];
  /** Whoever brought a car. */
  readonly people: readonly string[];
  readonly jobs: number;
  readonly lastAt?: string | undefined;
  readonly addedAt: string;
}

async function jobsOfCars(tx: ReadTx, cars: readonly Vehicle[], customerId?: string) {
  const rows = (await Promise.all(cars.map(({ _id }) => listed(tx, `vehicleJob|${_id}|`)))).flat();
  const own = rows.filter(
    ({ doc }) =>
      doc !== undefined && (customerId === undefined || (doc as unknown as Job).customerId === customerId),
  );
  const instants = own.flatMap(({ doc }) => (doc === undefined ? [] : [instantOfDocument(doc)]));
  return { jobs: own.length, lastAt: instants.toSorted().at(-1) };
}

async function customerSide(tx: ReadTx, customer: Customer): Promise<BookSide> {
  const { _id: id, name, phone, address } = customer;
  const rows = await listed(tx, customerCars(id));
  const cars = rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Vehicle]));
  const lines = cars.map(({ plate, plateKind: kind }): CarLine => ({ plate, kind }));
  return {
    id,
    name,
    phone,
    address,
    cars: [...new Map(lines.map((line) => [line.plate, line])).values()],
    people: [],
    ...(await jobsOfCars(tx, cars, id)),
    addedAt: customer.createdAt,
  };
}

async function vehicleSide(tx: ReadTx, vehicle: Vehicle): Promise<BookSide> {
  const { _id: id, plate, plateKind: kind, model } = vehicle;
  const people = await Promise.all(vehicle.customerIds.map((one) => bookRecord<Customer>(tx, one)));
  return {
    id,
    model,
    cars: [{ plate, kind }],
    people: people.flatMap((one) => one?.name ?? one?.phone ?? []),
    ...(await jobsOfCars(tx, [vehicle])),
    addedAt: vehicle.createdAt,
  };
}

/** A record of the book and what stands under it; undefined when it is not on this phone. */
export async function bookSide(tx: ReadTx, id: string): Promise<BookSide | undefined> {
  const record = await bookRecord<Customer | Vehicle>(tx, id);
  if (record === undefined) return undefined;
  return record.type === 'customer' ? customerSide(tx, record) : vehicleSide(tx, record);
}

/** A record that was merged, and the one that it leads to. */
export interface MergedPair {
  readonly gone: BookSide;
  readonly into: BookSide | undefined;
}

const most = 200;

/** What was merged, the newest record first. */
export async function mergedPairs(tx: ReadTx): Promise<MergedPair[]> {
  const rows = await listed(tx, 'merged|', most);
  const pairs = await Promise.all(
    rows.map(async ({ id, doc }): Promise<MergedPair | undefined> => {
      const into = doc?.['mergedInto'];
      const gone = await bookSide(tx, id);
      return gone && { gone, into: typeof into === 'string' ? await bookSide(tx, into) : undefined };
    }),
  );
  return pairs.filter((pair) => pair !== undefined);
}
