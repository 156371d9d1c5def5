import type { Customer } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import {
  carLines,
  carsOf,
  jobsOf,
  openAndPast,
  owedOn,
  sameCustomer,
  type CarLine,
  type Owed,
} from './customer-jobs.ts';

/** Everything known of a customer. */
export interface CustomerFile extends Owed {
  readonly id: string;
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly cars: readonly CarLine[];
  /** Newest first. */
  readonly open: readonly JobView[];
  readonly past: readonly JobView[];
}

const firstOf = (customers: readonly Customer[], field: 'name' | 'phone' | 'address'): string | undefined =>
  customers.map((customer) => customer[field]).find((text) => text !== undefined);

/** A merged customer is the one it was merged into; a circle of merges, made on two phones, ends where it began. */
async function followed(tx: ReadTx, id: string): Promise<Customer | undefined> {
  const seen = new Set<string>();
  let customer = (await tx.objectStore('rows').get(id))?.doc as unknown as Customer | undefined;
  while (customer?.mergedInto !== undefined && !seen.has(customer._id)) {
    seen.add(customer._id);
    const next = (await tx.objectStore('rows').get(customer.mergedInto))?.doc;
    if (next === undefined) break;
    customer = next as unknown as Customer;
  }
  return customer;
}

/** A customer with cars, dues and history; undefined when no card of theirs is on this phone. */
export async function customerFile(tx: ReadTx, id: string): Promise<CustomerFile | undefined> {
  const customer = await followed(tx, id);
  if (customer === undefined) return undefined;
  const all = await sameCustomer(tx, customer);
  const ids = [...new Set([id, ...all.map(({ _id }) => _id)])];
  const cars = await carsOf(tx, ids);
  const jobs = await jobsOf(tx, ids, cars);
  const name = firstOf(all, 'name') ?? jobs[0]?.customerName;
  const phone = firstOf(all, 'phone') ?? jobs.find((job) => job.phone !== undefined)?.phone;
  const address = firstOf(all, 'address');
  return {
    id: customer._id,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
    cars: carLines(cars),
    ...openAndPast(jobs),
    ...owedOn(jobs),
  };
}
