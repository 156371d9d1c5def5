import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { moneySchema } from '#src/money/money.ts';
import { daySchema } from '#src/time/workshop-day.ts';
import { entryShape, personIdSchema } from './envelope.ts';
import { notesSchema } from './notes.ts';
import { paragraphSchema } from './text.ts';

const dayCloseIdSchema = idOf('dayClose');

/**
 * A person's cash as counted against what the book expected at that moment. It moves nothing: what is missing stays in the
 * book against that person. A miscount is corrected by a further close that names the day's first.
 */
export const dayCloseSchema = z
  .strictObject({
    ...entryShape,
    _id: dayCloseIdSchema,
    type: z.literal('dayClose'),
    person: personIdSchema,
    day: daySchema,
    expected: moneySchema,
    counted: moneySchema.refine((amount) => amount >= 0, { error: 'amount_negative' }),
    notes: notesSchema.optional(),
    reason: paragraphSchema.optional(),
    corrects: dayCloseIdSchema.optional(),
  })
  .refine(
    (close) =>
      close.reason !== undefined || (close.counted === close.expected && close.corrects === undefined),
    { path: ['reason'], error: 'reason_needed' },
  )
  .refine((close) => close.corrects !== close._id, { path: ['corrects'], error: 'invalid' });
export type DayClose = z.infer<typeof dayCloseSchema>;
