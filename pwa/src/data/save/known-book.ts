import type { Customer, KnownBook, OpenJobInput, Vehicle } from '@revops/domain';
import type { DocumentReader } from './reader.ts';

const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

/** The customer meant by what was typed: the phone decides, a name only among the car's own customers. */
async function knownCustomer(
  documents: DocumentReader,
  input: OpenJobInput,
  vehicle: Vehicle | undefined,
): Promise<Customer | undefined> {
  const own: Customer[] = [];
  for (const id of vehicle?.customerIds ?? []) {
    const customer = await documents.get<Customer>(id);
    if (customer !== undefined && customer.mergedInto === undefined) own.push(customer);
  }
  if (input.phone === undefined) return own.find((customer) => sameName(customer.name, input.customerName));
  const [byPhone] = await documents.list<Customer>(`phone|${input.phone}|`, 1);
  return (
    own.find((customer) => customer.phone === input.phone) ??
    byPhone ??
    own.find((customer) => customer.phone === undefined && sameName(customer.name, input.customerName))
  );
}

/** What this phone knows of the car and its owner, read in the transaction of the save. */
export async function knownBook(documents: DocumentReader, input: OpenJobInput): Promise<KnownBook> {
  const [vehicle] = await documents.list<Vehicle>(`plate|${input.plate}|`, 1);
  const customer = await knownCustomer(documents, input, vehicle);
  return { vehicle, customer };
}
