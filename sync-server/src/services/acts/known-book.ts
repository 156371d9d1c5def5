import type { AnyDocument, Customer, KnownBook, OpenJobInput, Vehicle } from '@revops/domain';
import type { ActReader } from './act-reader.ts';

type BookVehicle = AnyDocument & Vehicle;
type BookCustomer = AnyDocument & Customer;

/** More cars with one plate, or customers with one end of a number, than a workshop has. */
const maxFound = 100;

const isCurrent = (document: Vehicle | Customer): boolean =>
  document.mergedInto === undefined && document.archived !== true;

const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

async function found<D extends AnyDocument>(reader: ActReader, list: string, key: string) {
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
  const own = (await reader.many<BookCustomer>(vehicle?.customerIds ?? [])).filter(isCurrent);
  if (phone === undefined) return own.find(({ name }) => sameName(name, customerName));
  const byPhone = (await found<BookCustomer>(reader, 'phone', phone.slice(-4))).filter(isCurrent);
  return (
    own.find((customer) => customer.phone === phone) ??
    byPhone.find((customer) => customer.phone === phone) ??
    own.find((customer) => customer.phone === undefined && sameName(customer.name, customerName))
  );
}

/** What the person may know of the car and its owner; the same choice as on a phone. */
export async function knownBook(reader: ActReader, input: OpenJobInput): Promise<KnownBook> {
  const vehicles = await found<BookVehicle>(reader, 'plate', input.plate);
  const vehicle = vehicles.find((one) => one.plate === input.plate && isCurrent(one));
  return { vehicle, customer: await knownCustomer(reader, input, vehicle) };
}
