import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment, PaymentMethod } from '#src/documents/payment.ts';
import type { Money } from '#src/money/money.ts';
import type { Result } from '#src/result/result.ts';
import { normalizeUtr, utrSchema } from '#src/upi/utr.ts';
import type { ActContext } from './act.ts';
import { newEntry } from './build.ts';
import { problem, type Problem } from './problem.ts';
import type { WaiverInput } from './waivers.ts';

/** Money taken for a job. `id` is fixed beforehand when a UPI QR already carries it as reference. */
export interface TakePaymentInput {
  readonly amount: Money;
  readonly kind: Payment['kind'];
  readonly method: PaymentMethod;
  readonly utr?: string | undefined;
  readonly transfer?: string | undefined;
  readonly note?: string | undefined;
  readonly id?: string | undefined;
  /** Let off in the same breath: stored with the money or not at all. */
  readonly discount?: WaiverInput | undefined;
}

/** What a follower copies of its payment. */
export const followerOf = (payment: Payment): Record<string, unknown> => ({
  paymentId: payment._id,
  desk: payment.desk,
  collectedBy: payment.collectedBy,
});

/** The proof that a typed bank reference makes; undefined for what is none. */
export function proofOf(context: ActContext, payment: Payment, typed: string): AnyDocument | undefined {
  const utr = normalizeUtr(typed);
  if (!utrSchema.safeParse(utr).success) return undefined;
  return newEntry(context, 'paymentProof', { ...followerOf(payment), utr, transfer: payment.transfer });
}

/** The documents of money taken by the writer; the job is not touched. */
export function paymentDocuments(
  context: ActContext,
  job: Pick<Job, '_id' | 'desk'>,
  input: TakePaymentInput,
): Result<AnyDocument[], Problem> {
  if (input.amount <= 0) return problem('amount_not_positive', 'amount');
  const { utr, id, discount: _discount, ...content } = input;
  const payment = newEntry(
    context,
    'payment',
    {
      ...content,
      jobId: job._id,
      desk: job.desk,
      collectedBy: context.userId,
      receivedAt: context.now,
      byOwner: context.role === 'owner',
    },
    id,
  );
  if (utr === undefined || utr.trim() === '') return { ok: true, value: [payment] };
  const proof = proofOf(context, payment as unknown as Payment, utr);
  return proof === undefined ? problem('utr_invalid', 'utr') : { ok: true, value: [payment, proof] };
}
