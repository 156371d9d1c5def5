import { z } from 'zod';
import { personIdSchema } from '#src/documents/envelope.ts';
import { settlementSchema } from '#src/documents/settlement.ts';
import { paragraphSchema } from '#src/documents/text.ts';
import { uuidSchema } from '#src/ids/uuidv7.ts';
import { pageOf, pageShape } from './lists.ts';

const { amount, notes } = settlementSchema.shape;

/**
 * `POST /api/settlements`: cash handed over, as counted by the giver. `from` is whoever sends it (an owner may name
 * another), `to` the first owner; `notes` counts pieces per denomination in major units.
 */
export const settlementInputSchema = z.strictObject({
  id: uuidSchema.optional(),
  from: personIdSchema.optional(),
  to: personIdSchema.optional(),
  amount,
  payments: z.array(z.string().min(1).max(200)).max(1000).optional(),
  notes,
  note: paragraphSchema.optional(),
});

export const settlementItemSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  amount: z.int(),
  payments: z.array(z.string()).optional(),
  notes: z.record(z.string(), z.int()).optional(),
  note: z.string().optional(),
  createdAt: z.string(),
  state: z.enum(['waiting', 'confirmed', 'rejected']),
  /** Why it was rejected. */
  reason: z.string().optional(),
});

/** `GET /api/settlements` */
export const settlementQuerySchema = z.strictObject(pageShape);
export const settlementListSchema = pageOf(settlementItemSchema);

/** `PUT /api/settlements/:id/confirm` */
export const confirmSettlementSchema = z.strictObject({});

export type SettlementInput = z.infer<typeof settlementInputSchema>;
export type SettlementItem = z.infer<typeof settlementItemSchema>;
export type SettlementQuery = z.infer<typeof settlementQuerySchema>;
export type SettlementList = z.infer<typeof settlementListSchema>;
