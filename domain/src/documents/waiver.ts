import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { bareId } from '#src/ids/document-id.ts';
import { moneySchema } from '#src/money/money.ts';
import { entryShape, personIdSchema } from './envelope.ts';
import { paragraphSchema } from './text.ts';
import { reasonNeeded, saysWhy, verdictShape } from './verdict.ts';

const waiverIdSchema = idOf('waiver');

/**
 * A discount or a write-off: what a customer need not pay of a job's bill. `limit` is how far the writer may go without an
 * owner; the gateway lowers it on arrival to what the workshop allows then (decision 018).
 */
export const waiverSchema = z.strictObject({
  ...entryShape,
  _id: waiverIdSchema,
  type: z.literal('waiver'),
  jobId: idOf('job'),
  desk: personIdSchema,
  amount: moneySchema.refine((amount) => amount > 0, { error: 'amount_not_positive' }),
  reason: paragraphSchema,
  byOwner: z.boolean(),
  limit: moneySchema.refine((limit) => limit >= 0, { error: 'amount_negative' }),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** The owner's word on a waiver; the highest turn counts. */
export const waiverDecisionSchema = z
  .strictObject({
    ...entryShape,
    _id: z.string().regex(/^waiverDecision:/),
    type: z.literal('waiverDecision'),
    waiverId: waiverIdSchema,
    desk: personIdSchema,
    ...verdictShape,
  })
  .refine(saysWhy, reasonNeeded);
export type WaiverDecision = z.infer<typeof waiverDecisionSchema>;

/**
 * The id of the one waiver of a job that a manager may give alone. There is one such id per job and person, so a limit
 * cannot be passed by giving twice: neither by two phones that do not know of each other, nor by two gateways at once.
 */
export const ownWaiverId = (jobId: string, userId: string): string => `waiver:${bareId(jobId)}:${userId}`;

/** Whether an id is of that kind, for whatever job and person. */
export const isOwnWaiverId = (id: string): boolean => bareId(id).includes(':');
