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
import { bookRecord } from './merged.ts';

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

/** A customer with cars, dues and history; undefined when no card of theirs is on this phone. */
export async function customerFile(tx: ReadTx, id: string): Promise<CustomerFile | undefined> {
  const customer = await bookRecord<Customer>(tx, id);
  if (customer === undefined) return undefined;
  // The one that was kept first: a merged customer is the one it was merged into.
  const all = await sameCustomer(tx, customer);
  const ids = all.map(({ _id }) => _id);
  const cars = await carsOf(tx, ids);
  const jobs = await jobsOf(tx, ids, cars);
  const name = firstOf(all, 'name') ?? jobs[0]?.customerName;
  const phone = firstOf(all, 'phone') ?? jobs.find((job) => job.phone !== undefined)?.phone;
  const address = firstOf(all, 'address');
  return {
    id: ids[0] ?? id,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
    cars: await carLines(tx, cars),
    ...openAndPast(jobs),
    ...owedOn(jobs),
  };
}
