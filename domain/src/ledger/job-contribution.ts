import type { Job } from '#src/documents/job.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** What has been received for a job, minor units, refunds already subtracted, and what need not be paid. */
export interface JobReceived {
  readonly waiting: number;
  readonly confirmed: number;
  /** Discounts and write-offs that count; those that wait for the owner are still to collect. */
  readonly waived: number;
}

/** Nothing came in for a job, and all of its bill is asked for. */
export const nothingReceived: JobReceived = { waiting: 0, confirmed: 0, waived: 0 };

/** What the customer is asked for: unset is unset, not zero; a cancelled job bills nothing. */
export function billedOf(job: Pick<Job, 'billedAmount' | 'estimatedAmount' | 'status'>): number | undefined {
  return job.status.value === 'cancelled' ? 0 : (job.billedAmount ?? job.estimatedAmount);
}

/**
 * What the customer has to pay in all: the bill without what was waived. More waived than billed (a bill that was lowered
 * later, a cancelled job) is nothing to pay, and no money to give back: nobody paid it.
 */
export const chargedOf = (
  job: Pick<Job, 'billedAmount' | 'estimatedAmount' | 'status'>,
  waived: number,
): number => Math.max(0, (billedOf(job) ?? 0) - waived);

/** Still to collect; below zero it is money to give back. Without a bill the balance is what was received, negated. */
export const balanceOf = (
  job: Pick<Job, 'billedAmount' | 'estimatedAmount' | 'status'>,
  received: JobReceived,
): number => chargedOf(job, received.waived) - received.waiting - received.confirmed;

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
    amount: chargedOf(job, received.waived),
    count: 1,
  });
  const due = Math.max(0, balanceOf(job, received));
  if (due > 0) shares.push({ key: totalKey.due(job.desk), amount: due, count: 1 });
  return shares;
}
