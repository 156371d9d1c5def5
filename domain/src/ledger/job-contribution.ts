import type { Job } from '#src/documents/job.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** What has been received for a job, minor units, refunds already subtracted. */
export interface JobReceived {
  readonly waiting: number;
  readonly confirmed: number;
}

/** What the customer is asked for: unset is unset, not zero; a cancelled job bills nothing. */
export function billedOf(job: Pick<Job, 'billedAmount' | 'estimatedAmount' | 'status'>): number | undefined {
  return job.status.value === 'cancelled' ? 0 : (job.billedAmount ?? job.estimatedAmount);
}

/** Still to collect; below zero it is money to give back. Without a bill the balance is what was received, negated. */
export const balanceOf = (
  job: Pick<Job, 'billedAmount' | 'estimatedAmount' | 'status'>,
  received: JobReceived,
): number => (billedOf(job) ?? 0) - received.waiting - received.confirmed;

/** What a job adds to the totals, given what was received for it. Cancelled jobs count only in the status counts. */
export function jobContributions(job: Job, received: JobReceived, timeZone: string): Contribution[] {
  const { value, completedAt } = job.status;
  const shares: Contribution[] = [{ key: totalKey.status(job.desk, value), amount: 0, count: 1 }];
  if (value === 'cancelled') return shares;
  shares.push({
    key: totalKey.created(workshopDay(job.at ?? job.createdAt, timeZone), job.desk),
    amount: 0,
    count: 1,
  });
  if (completedAt === undefined) return shares;
  shares.push({
    key: totalKey.revenue(workshopDay(completedAt, timeZone), job.desk),
    amount: billedOf(job) ?? 0,
    count: 1,
  });
  const due = Math.max(0, balanceOf(job, received));
  if (due > 0) shares.push({ key: totalKey.due(job.desk), amount: due, count: 1 });
  return shares;
}
