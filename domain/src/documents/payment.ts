import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { moneySchema } from '#src/money/money.ts';
import { instantSchema } from '#src/time/instant.ts';
import { utrSchema } from '#src/upi/utr.ts';
import { entryShape, personIdSchema } from './envelope.ts';
import { paragraphSchema } from './text.ts';

/** How money changed hands. */
export const paymentMethodSchema = z.enum(['cash', 'upi', 'card', 'bank', 'cheque']);
export type PaymentMethod = z.infer<typeof paymentMethodSchema>;

/** What the money was for; a refund counts negative. */
export const paymentKindSchema = z.enum(['advance', 'partial', 'final', 'refund']);

const positiveMoneySchema = moneySchema.refine((amount) => amount > 0, { error: 'amount_not_positive' });
const paymentIdSchema = idOf('payment');

/** A person's recorded act of taking (or giving back) money; never edited. */
export const paymentSchema = z.strictObject({
  ...entryShape,
  _id: paymentIdSchema,
  type: z.literal('payment'),
  jobId: idOf('job'),
  desk: personIdSchema,
  amount: positiveMoneySchema,
  kind: paymentKindSchema,
  method: paymentMethodSchema,
  transfer: z.string().max(100).optional(),
  note: paragraphSchema.optional(),
  collectedBy: personIdSchema,
  receivedAt: instantSchema,
  byOwner: z.boolean(),
});
export type Payment = z.infer<typeof paymentSchema>;

/** Followers of a payment copy its readers, so that access needs nothing but the document. */
const followerShape = {
  ...entryShape,
  paymentId: paymentIdSchema,
  desk: personIdSchema,
  collectedBy: personIdSchema,
};

/** A turn in the chain of decisions and cancellations of one head, from 1. */
const turnSchema = z.int().min(1).max(10_000);

/** The bank's reference of a transfer, typed when it is seen. */
export const paymentProofSchema = z.strictObject({
  ...followerShape,
  _id: z.string().regex(/^paymentProof:/),
  type: z.literal('paymentProof'),
  utr: utrSchema,
  transfer: z.string().max(100).optional(),
});
export type PaymentProof = z.infer<typeof paymentProofSchema>;

/** The collector's own withdrawal of a payment that still waits. */
export const paymentCancellationSchema = z.strictObject({
  ...followerShape,
  _id: z.string().regex(/^paymentCancellation:/),
  type: z.literal('paymentCancellation'),
  turn: turnSchema,
  reason: paragraphSchema,
});
export type PaymentCancellation = z.infer<typeof paymentCancellationSchema>;

/** The owner's word on a payment; the highest turn counts. */
export const paymentDecisionSchema = z
  .strictObject({
    ...followerShape,
    _id: z.string().regex(/^paymentDecision:/),
    type: z.literal('paymentDecision'),
    turn: turnSchema,
    verdict: z.enum(['confirmed', 'rejected', 'withdrawn']),
    reason: paragraphSchema.optional(),
    via: z.string().max(200).optional(),
    answers: z.array(z.string().max(200)).max(50).optional(),
  })
  .refine((decision) => decision.verdict !== 'rejected' || decision.reason !== undefined, {
    path: ['reason'],
    error: 'reason_needed',
  });
export type PaymentDecision = z.infer<typeof paymentDecisionSchema>;

/** Two payments that name one bank transfer; written by the gateway with the later proof. */
export const paymentClashSchema = z.strictObject({
  ...followerShape,
  _id: z.string().regex(/^paymentClash:/),
  type: z.literal('paymentClash'),
  proofId: idOf('paymentProof'),
});
export type PaymentClash = z.infer<typeof paymentClashSchema>;

/** What may follow a payment. */
export type PaymentFollower = PaymentProof | PaymentCancellation | PaymentDecision | PaymentClash;
