import { billedOf, isFinished, type Job } from '@revops/domain';
import { words } from '#src/words/en.ts';

/** What the workshop asks for and what it calls that: before the work is over an amount nobody billed is an estimate. */
export function jobAmount(job: Job): { readonly label: string; readonly amount: number | undefined } {
  const isBill = job.billedAmount !== undefined || isFinished(job.status.value);
  return { label: isBill ? words.bill : words.estimate, amount: billedOf(job) };
}
