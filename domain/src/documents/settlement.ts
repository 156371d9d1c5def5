import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { moneySchema } from '#src/money/money.ts';
import { entryShape, personIdSchema } from './envelope.ts';
import { notesSchema } from './notes.ts';
import { paragraphSchema } from './text.ts';
import { reasonNeeded, saysWhy, verdictShape } from './verdict.ts';

/** Cash handed from one person to another, as counted by the giver; it moves cash only when confirmed. */
export const settlementSchema = z
  .strictObject({
    ...entryShape,
    _id: z.string().regex(/^settlement:/),
    type: z.literal('settlement'),
    from: personIdSchema,
    to: personIdSchema,
    amount: moneySchema.refine((amount) => amount > 0, { error: 'amount_not_positive' }),
    notes: notesSchema.optional(),
    payments: z.array(idOf('payment')).max(5000),
    note: paragraphSchema.optional(),
  })
  .refine((settlement) => settlement.from !== settlement.to, { path: ['to'], error: 'same_person' });
export type Settlement = z.infer<typeof settlementSchema>;

/** The receiver's or an owner's word on a hand-over; the highest turn counts. */
export const settlementDecisionSchema = z
  .strictObject({
    ...entryShape,
    _id: z.string().regex(/^settlementDecision:/),
    type: z.literal('settlementDecision'),
    settlementId: idOf('settlement'),
    from: personIdSchema,
    to: personIdSchema,
    ...verdictShape,
  })
  .refine(saysWhy, reasonNeeded);
export type SettlementDecision = z.infer<typeof settlementDecisionSchema>;
