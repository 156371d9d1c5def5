import { duesByAge, workshopDay, type AgedDues } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { isOwed } from './customer-jobs.ts';
import { jobView } from './job-view.ts';
import { listed, shown } from './lists.ts';

/** What is owed to a desk by how long; as many rows are read as there are dues. */
export async function agedDues(
  tx: ReadTx,
  desk: string,
  today: string,
  timeZone: string,
): Promise<AgedDues[]> {
  const found = await shown(tx, await listed(tx, `jobDue|${desk}|`));
  const dues = found.map(jobView).filter(isOwed);
  return duesByAge(
    dues.map(({ balance, completedAt = '' }) => ({
      day: workshopDay(completedAt, timeZone),
      amount: balance,
    })),
    today,
  );
}
