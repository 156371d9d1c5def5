import { jobStatusSchema, type JobStatusValue } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import { jobView } from './job-view.ts';
import { listed, shown, startingWith } from './lists.ts';

export interface JobsFilter {
  readonly status: JobStatusValue | 'open' | 'all';
  readonly desk: string;
  readonly limit: number;
}

/** The newest jobs of a status and a desk. */
export async function jobs(
  tx: ReadTx,
  { status, desk, limit }: JobsFilter,
): Promise<{ items: JobView[]; more: boolean }> {
  const rows = await listed(tx, `job|${status}|${desk}|`, limit + 1);
  const found = await shown(tx, rows.slice(0, limit));
  return { items: found.map(jobView), more: rows.length > limit };
}

/** How many jobs stand in each status, from the totals. */
export async function statusCounts(tx: ReadTx, desk: string): Promise<Record<JobStatusValue, number>> {
  const prefix = desk === 'all' ? 'status|' : `status|${desk}|`;
  const rollups = await tx.objectStore('rollups').getAll(startingWith(prefix));
  const counts = Object.fromEntries(jobStatusSchema.options.map((status) => [status, 0]));
  for (const { key, count } of rollups) {
    const status = key.slice(key.lastIndexOf('|') + 1);
    counts[status] = (counts[status] ?? 0) + count;
  }
  return counts as Record<JobStatusValue, number>;
}
