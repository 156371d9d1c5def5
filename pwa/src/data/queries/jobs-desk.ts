import type { ReadTx, Row } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import type { DeskFilter } from './desk-filter.ts';
import { jobView } from './job-view.ts';
import { orderOf } from './jobs-order.ts';
import { planOf } from './jobs-plan.ts';
import { shown } from './lists.ts';

export interface DeskPage {
  /** In order; what they are is read as they come into sight. */
  readonly ids: readonly string[];
  /** The first of them. */
  readonly head: readonly JobView[];
  /** There are more, or there may be: only so many were looked at. */
  readonly more: boolean;
  /** Too many to be put into this order, which no index holds: they stand as they were opened. */
  readonly isUnsorted: boolean;
}

/** As many as two screens show: the first look needs no second read. */
const HEAD = 60;

async function viewsOf(tx: ReadTx, rows: readonly (Row | undefined)[]): Promise<JobView[]> {
  const here = rows.filter((row) => row !== undefined);
  return (await shown(tx, here)).map(jobView);
}

/** Some jobs by id; those that are not here any more are left out. */
export const jobViews = async (tx: ReadTx, ids: readonly string[]): Promise<JobView[]> =>
  viewsOf(tx, await Promise.all(ids.map((id) => tx.objectStore('rows').get(id))));

/** The first jobs of a filter in its order, by index: how many there are in all does not matter. */
export async function deskJobs(
  tx: ReadTx,
  filter: DeskFilter,
  limit: number,
  now: string,
): Promise<DeskPage> {
  // A period that ends before it begins is empty; as a range it would be an error.
  if ((filter.from ?? '') > (filter.to ?? '\uffff'))
    return { ids: [], head: [], more: false, isUnsorted: false };
  const { ids, more, isUnsorted } = await orderOf(tx, planOf(filter, now), filter, { limit, now });
  return { ids, more, isUnsorted, head: await jobViews(tx, ids.slice(0, HEAD)) };
}
