import {
  keptRecord,
  type AnyDocument,
  type Customer,
  type KnownBook,
  type OpenJobInput,
  type Vehicle,
} from '@revops/domain';
import type { ActReader } from './act-reader.ts';

type BookVehicle = AnyDocument & Vehicle;
type BookCustomer = AnyDocument & Customer;

/** More cars with one plate, or customers with one end of a number, than a workshop has. */
const maxFound = 100;

const isHere = ({ archived }: Vehicle | Customer): boolean => archived !== true;

/** What was merged stands for the record that was kept. */
const kept = <D extends BookVehicle | BookCustomer>(reader: ActReader, record: D): Promise<D> =>
  keptRecord(record, (id) => reader.get<D>(id));

/** What was merged comes last: it is meant where nothing else fits. */
const mergedLast = <D extends Vehicle | Customer>(records: readonly D[]): D[] =>
  records.toSorted((a, b) => Number(a.mergedInto !== undefined) - Number(b.mergedInto !== undefined));

const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

async function listed<D extends AnyDocument>(reader: ActReader, list: string, key: string) {
  const query = { startKey: [list, key], endKey: [list, key, {}], limit: maxFound };
  const rows = await reader.store.view('by-list', query);
  return reader.many<D>(rows.map(({ id }) => id));
}

/** The customer meant by what was typed: the phone decides, a name only among the car's own customers. */
async function knownCustomer(
  reader: ActReader,
  { phone, customerName }: OpenJobInput,
  vehicle: Vehicle | undefined,
): Promise<Customer | undefined> {
  const cards = (await reader.many<BookCustomer>(vehicle?.customerIds ?? [])).filter(isHere);
  const own = await Promise.all(cards.map((card) => kept(reader, card)));
  if (phone === undefined) return own.find(({ name }) => sameName(name, customerName));
  const found = mergedLast((await listed<BookCustomer>(reader, 'phone', phone.slice(-4))).filter(isHere));
  const byPhone = found.find((customer) => customer.phone === phone);
  return (
    own.find((customer) => customer.phone === phone) ??
    (byPhone && (await kept(reader, byPhone))) ??
    own.find((customer) => customer.phone === undefined && sameName(customer.name, customerName))
  );
}

/** What the person may know of the car and its owner; the same choice as on a phone. */
export async function knownBook(reader: ActReader, input: OpenJobInput): Promise<KnownBook> {
  const vehicles = mergedLast(await listed<BookVehicle>(reader, 'plate', input.plate));
  const car = vehicles.find((one) => one.plate === input.plate && isHere(one));
  const vehicle = car && (await kept(reader, car));
  return { vehicle, customer: await knownCustomer(reader, input, vehicle) };
}
