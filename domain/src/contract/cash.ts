import { z } from 'zod';
import { dayCloseSchema } from '#src/documents/day-close.ts';
import { depositSchema } from '#src/documents/deposit.ts';
import { personIdSchema } from '#src/documents/envelope.ts';
import { uuidSchema } from '#src/ids/uuidv7.ts';
import { moneySchema } from '#src/money/money.ts';
import { pageOf, pageShape } from './lists.ts';

const { amount, notes, bank, reference, note } = depositSchema.shape;
const stateSchema = z.enum(['waiting', 'confirmed', 'rejected']);

/**
 * `POST /api/deposits`: cash brought to the bank. `person` is whose cash it was: whoever sends it, an owner may name
 * another. An owner's counts at once, a manager's waits for an owner's word.
 */
export const depositInputSchema = z.strictObject({
  id: uuidSchema.optional(),
  person: personIdSchema.optional(),
  amount,
  notes,
  bank,
  reference,
  note,
});

export const depositItemSchema = z.object({
  id: z.string(),
  person: z.string(),
  amount: z.int(),
  notes: z.record(z.string(), z.int()).optional(),
  bank: z.string().optional(),
  /** What stands on the bank's slip. */
  reference: z.string().optional(),
  note: z.string().optional(),
  recordedBy: z.string(),
  createdAt: z.string(),
  state: stateSchema,
  /** Why it was rejected. */
  reason: z.string().optional(),
});

/** `GET /api/deposits` */
export const depositQuerySchema = z.strictObject({ ...pageShape, state: stateSchema.optional() });
export const depositListSchema = pageOf(depositItemSchema);

/** `PUT /api/deposits/:id/confirm` */
export const confirmDepositSchema = z.strictObject({});

/**
 * `POST /api/closes`: a person's cash as counted. `expected` is what the person saw while counting, so that a count
 * against another amount is refused; left out, it is what the book says. A difference needs a reason, and so does counting
 * a day anew.
 */
export const closeInputSchema = z.strictObject({
  id: uuidSchema.optional(),
  person: personIdSchema.optional(),
  counted: dayCloseSchema.shape.counted,
  expected: moneySchema.optional(),
  notes: dayCloseSchema.shape.notes,
  reason: dayCloseSchema.shape.reason,
});

export const closeItemSchema = z.object({
  id: z.string(),
  person: z.string(),
  /** The workshop's day. */
  day: z.string(),
  expected: z.int(),
  counted: z.int(),
  notes: z.record(z.string(), z.int()).optional(),
  reason: z.string().optional(),
  /** The first close of the day, which this one counts anew. */
  corrects: z.string().optional(),
  createdAt: z.string(),
});

/** `GET /api/closes` */
export const closeQuerySchema = z.strictObject(pageShape);
export const closeListSchema = pageOf(closeItemSchema);

export type DepositInputBody = z.infer<typeof depositInputSchema>;
export type DepositItem = z.infer<typeof depositItemSchema>;
export type DepositQuery = z.infer<typeof depositQuerySchema>;
export type DepositList = z.infer<typeof depositListSchema>;
export type CloseInputBody = z.infer<typeof closeInputSchema>;
export type CloseItem = z.infer<typeof closeItemSchema>;
export type CloseQuery = z.infer<typeof closeQuerySchema>;
export type CloseList = z.infer<typeof closeListSchema>;
