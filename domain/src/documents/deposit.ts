import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { moneySchema } from '#src/money/money.ts';
import { entryShape, personIdSchema } from './envelope.ts';
import { notesSchema } from './notes.ts';
import { lineSchema, paragraphSchema } from './text.ts';
import { reasonNeeded, saysWhy, verdictShape } from './verdict.ts';

const depositIdSchema = idOf('deposit');

/** Cash that a person brought to the bank. An owner's counts at once, anybody else's when an owner has said so. */
export const depositSchema = z.strictObject({
  ...entryShape,
  _id: depositIdSchema,
  type: z.literal('deposit'),
  person: personIdSchema,
  amount: moneySchema.refine((amount) => amount > 0, { error: 'amount_not_positive' }),
  notes: notesSchema.optional(),
  bank: lineSchema.optional(),
  /** What stands on the bank's slip. */
  reference: lineSchema.optional(),
  note: paragraphSchema.optional(),
  byOwner: z.boolean(),
});
export type Deposit = z.infer<typeof depositSchema>;

/** An owner's word on a deposit; the highest turn counts. */
export const depositDecisionSchema = z
  .strictObject({
    ...entryShape,
    _id: z.string().regex(/^depositDecision:/),
    type: z.literal('depositDecision'),
    depositId: depositIdSchema,
    person: personIdSchema,
    ...verdictShape,
  })
  .refine(saysWhy, reasonNeeded);
export type DepositDecision = z.infer<typeof depositDecisionSchema>;
