import { z } from 'zod';
import { entryShape } from './envelope.ts';
import { paragraphSchema } from './text.ts';

/** What owners are shown so that they look into it; each says what its history is about. */
export const alarmKindSchema = z.enum([
  'bill_fell',
  'cancelled_paid',
  'edited_after',
  'rejected',
  'rejected_cash',
  'clash',
  'clash_confirmed',
  'refund',
  'no_utr',
  'missing',
  'discounts',
]);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/**
 * An owner's word on an alarm: looked at, or put back on the list. `cause` is what raised it, so that the same thing
 * happening again is a new alarm.
 */
export const reviewSchema = z.strictObject({
  ...entryShape,
  _id: z.string().regex(/^review:/),
  type: z.literal('review'),
  subject: z.string().regex(/^(?:job|payment|device|member):/),
  kind: alarmKindSchema,
  cause: z.string().min(1).max(400),
  verdict: z.enum(['looked', 'again']),
  note: paragraphSchema.optional(),
});
export type Review = z.infer<typeof reviewSchema>;
