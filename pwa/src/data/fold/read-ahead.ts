import { totalKey, type AnyDocument } from '@revops/domain';
import { headOf } from '../projections/registry.ts';
import type { RowSet } from './row-set.ts';
import type { Totals } from './totals.ts';

/** The names of what was received for a job, and of what was waived. */
export const receivedKeys = (jobId: string): [string, string, string] => [
  totalKey.jobReceived(jobId, 'waiting'),
  totalKey.jobReceived(jobId, 'confirmed'),
  totalKey.jobWaived(jobId),
];

/** All totals of one job; their names lie side by side. */
export const jobTotals = (jobId: string): string[] => [...receivedKeys(jobId), totalKey.jobLowered(jobId)];

const named = (document: AnyDocument, field: string): string[] => {
  const id = document[field];
  return typeof id === 'string' ? [id] : [];
};

/** The neighbours that folding these documents is going to ask for. */
function neighbours(documents: readonly AnyDocument[]): { rows: string[]; heads: string[]; jobs: string[] } {
  const paid = documents
    .filter(({ type }) => type === 'payment' || type === 'waiver')
    .flatMap((one) => named(one, 'jobId'));
  const jobs = documents.filter(({ type }) => type === 'job');
  const heads = documents.map(headOf).filter((head) => head !== undefined);
  return {
    rows: [...heads, ...paid, ...jobs.flatMap((job) => named(job, 'vehicleId'))],
    heads,
    jobs: [...paid, ...jobs.map(({ _id }) => _id)],
  };
}

/**
 * Asks at once for what the steps of the fold would ask for one after the other: every wait for the database is a
 * wait for another process. Forgetting something here costs time, never truth.
 */
export async function readAhead(
  rows: RowSet,
  totals: Totals,
  ids: readonly string[],
  documents: readonly AnyDocument[],
): Promise<void> {
  const near = neighbours(documents);
  await Promise.all([
    rows.load([...new Set([...ids, ...near.rows])]),
    rows.loadGroups([...new Set(near.heads)]),
    totals.loadNew([...new Set(near.jobs.flatMap(jobTotals))]),
  ]);
}
