import { keptRecord, type Customer, type KnownBook, type OpenJobInput, type Vehicle } from '@revops/domain';
import type { DocumentReader } from './reader.ts';

const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

/** What was merged stands for the record that was kept. */
const kept = <R extends Customer | Vehicle>(documents: DocumentReader, record: R): Promise<R> =>
  keptRecord(record, (id) => documents.get<R>(id));

/** Newest first, but what was merged comes last. */
const current = <R extends Customer | Vehicle>(records: readonly R[]): R[] => [
  ...records.filter(({ mergedInto }) => mergedInto === undefined),
  ...records.filter(({ mergedInto }) => mergedInto !== undefined),
];

/** The customer meant by what was typed: the phone decides, a name only among the car's own customers. */
async function knownCustomer(
  documents: DocumentReader,
  input: OpenJobInput,
  vehicle: Vehicle | undefined,
): Promise<Customer | undefined> {
  const own: Customer[] = [];
  for (const id of vehicle?.customerIds ?? []) {
    const customer = await documents.get<Customer>(id);
    if (customer !== undefined) own.push(await kept(documents, customer));
  }
  if (input.phone === undefined) return own.find((customer) => sameName(customer.name, input.customerName));
  const [byPhone] = current(await documents.list<Customer>(`phone|${input.phone}|`));
  return (
    own.find((customer) => customer.phone === input.phone) ??
    (byPhone && (await kept(documents, byPhone))) ??
    own.find((customer) => customer.phone === undefined && sameName(customer.name, input.customerName))
  );
}

/** What this phone knows of the car and its owner, read in the transaction of the save. */
export async function knownBook(documents: DocumentReader, input: OpenJobInput): Promise<KnownBook> {
  const [car] = current(await documents.list<Vehicle>(`plate|${input.plate}|`));
  const vehicle = car && (await kept(documents, car));
  const customer = await knownCustomer(documents, input, vehicle);
  return { vehicle, customer };
}
