import { z } from 'zod';
import { paymentKindSchema, paymentMethodSchema, paymentSchema } from '#src/documents/payment.ts';
import { paragraphSchema } from '#src/documents/text.ts';
import { uuidSchema } from '#src/ids/uuidv7.ts';
import { dayOrInstantSchema, pageOf, pageShape } from './lists.ts';

const { amount } = paymentSchema.shape;

/** `POST /api/payments`: money taken, or given back by kind `refund`. `reference` is the bank's, as typed. */
export const paymentInputSchema = z.strictObject({
  id: uuidSchema.optional(),
  jobId: z.string().min(1).max(200),
  amount,
  kind: paymentKindSchema,
  method: paymentMethodSchema,
  reference: z.string().trim().min(1).max(60).optional(),
  transfer: z.string().trim().min(1).max(100).optional(),
  note: paragraphSchema.optional(),
});

/** What a call made that answers with no more than its name. */
export const madeSchema = z.object({ id: z.string() });

/** `PUT /api/payments/:id/confirm`: a clash of bank references has to be seen before it is confirmed. */
export const confirmPaymentSchema = z.strictObject({ answersClashes: z.boolean().optional() });

/** `PUT …/reject`, of a payment and of a hand-over. */
export const rejectRequestSchema = z.strictObject({ reason: paragraphSchema });

export const paymentItemSchema = z.object({
  id: z.string(),
  jobId: z.string(),
  amount: z.int(),
  kind: paymentKindSchema,
  method: paymentMethodSchema,
  reference: z.string().optional(),
  transfer: z.string().optional(),
  note: z.string().optional(),
  collectedBy: z.string(),
  receivedAt: z.string(),
  state: z.enum(['waiting', 'confirmed', 'rejected', 'cancelled', 'clash']),
  /** Why it was rejected or cancelled. */
  reason: z.string().optional(),
});

/**
 * `GET /api/payments`. A day in `from` or `to` is the workshop's and belongs to the list, the last one to its end; an
 * instant in `to` does not. `confirmed` is the state: false lists all that is not confirmed.
 */
export const paymentQuerySchema = z.strictObject({
  ...pageShape,
  confirmed: z.enum(['true', 'false']).optional(),
  jobId: z.string().min(1).max(200).optional(),
  from: dayOrInstantSchema.optional(),
  to: dayOrInstantSchema.optional(),
});
export const paymentListSchema = pageOf(paymentItemSchema);

export type PaymentInput = z.infer<typeof paymentInputSchema>;
export type Made = z.infer<typeof madeSchema>;
export type PaymentItem = z.infer<typeof paymentItemSchema>;
export type PaymentQuery = z.infer<typeof paymentQuerySchema>;
export type PaymentList = z.infer<typeof paymentListSchema>;
