import type { Job } from '#src/documents/job.ts';
import type { PaymentMethod } from '#src/documents/payment.ts';
import type { Money } from '#src/money/money.ts';
import type { ActContext, ActResult } from './act.ts';
import { act } from './build.ts';
import { paymentDocuments } from './payment-documents.ts';
import { problem } from './problem.ts';

/** Money that goes back to the customer, and why. */
export interface GiveBackInput {
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly reason: string;
  readonly utr?: string | undefined;
  /** Fixed beforehand where a screen has to name it. */
  readonly id?: string | undefined;
}

/**
 * Gives money back: a payment of kind refund. No more than came in for the job, as far as this phone knows; what other
 * phones have not sent yet can still be given back by them.
 */
export function giveBack(
  context: ActContext,
  job: Pick<Job, '_id' | 'desk'>,
  { reason, ...input }: GiveBackInput,
  received: number,
): ActResult {
  if (reason.trim() === '') return problem('reason_needed', 'reason');
  if (input.amount > received) return problem('more_than_received', 'amount');
  const paid = paymentDocuments(context, job, { ...input, kind: 'refund', note: reason.trim() });
  return paid.ok ? act(context, 'give_back', paid.value) : paid;
}
