import type { Job } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { customerFile, type CustomerFile } from './customer-file.ts';
import { listed, shown, type Shown } from './lists.ts';
import type { LoadBuckets } from './search-cache.ts';
import { searchJobs } from './search.ts';

/** What a search reads of jobs: enough for a screenful of people who came often. */
const jobsRead = 120;
/** More people than this are narrowed down by another letter. */
export const mostCustomers = 20;

export interface CustomerList {
  readonly items: readonly CustomerFile[];
  /** False while older jobs are still being fetched. */
  readonly complete: boolean;
}

const customerOf = ({ document }: Shown): string => (document as unknown as Job).customerId;

/** People of some jobs, in the order of the jobs, each once. */
async function peopleOf(tx: ReadTx, ids: Iterable<string>): Promise<CustomerFile[]> {
  const people = new Map<string, CustomerFile>();
  for (const id of new Set(ids)) {
    if (people.size === mostCustomers) break;
    const file = await customerFile(tx, id);
    // Two cards with one phone give the same file.
    if (file !== undefined) people.set(file.phone ?? file.id, people.get(file.phone ?? file.id) ?? file);
  }
  return [...people.values()];
}

/** Customers by the digits of a car, by name or by phone: whoever has a job is found by it. */
export async function searchCustomers(
  tx: ReadTx,
  query: string,
  buckets?: LoadBuckets,
): Promise<CustomerList> {
  const { items, complete } = await searchJobs(tx, query, jobsRead, buckets);
  const rows = await Promise.all(items.map(({ id }) => tx.objectStore('rows').get(id)));
  const found = await shown(
    tx,
    rows.filter((row) => row !== undefined),
  );
  return { items: await peopleOf(tx, found.map(customerOf)), complete };
}

/** Customers of the newest jobs. */
export async function lastCustomers(tx: ReadTx): Promise<CustomerList> {
  const found = await shown(tx, await listed(tx, 'job|all|all|', jobsRead));
  return { items: await peopleOf(tx, found.map(customerOf)), complete: true };
}
