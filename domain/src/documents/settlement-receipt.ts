import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { moneySchema } from '#src/money/money.ts';
import { entryShape, personIdSchema } from './envelope.ts';

/**
 * The receiver's own word that this much was handed over, given face to face before the hand-over itself came over the
 * network. It repeats who gave, who took and how much, because it may be here first: of any other hand-over it says nothing.
 */
export const settlementReceiptSchema = z.strictObject({
  ...entryShape,
  _id: z.string().regex(/^settlementReceipt:/),
  type: z.literal('settlementReceipt'),
  settlementId: idOf('settlement'),
  from: personIdSchema,
  to: personIdSchema,
  amount: moneySchema.refine((amount) => amount > 0, { error: 'amount_not_positive' }),
});
export type SettlementReceipt = z.infer<typeof settlementReceiptSchema>;
