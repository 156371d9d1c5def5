import { z } from 'zod';
import { waiverSchema } from '#src/documents/waiver.ts';
import { uuidSchema } from '#src/ids/uuidv7.ts';
import { pageOf, pageShape } from './lists.ts';

const { amount, reason } = waiverSchema.shape;
const stateSchema = z.enum(['waiting', 'confirmed', 'rejected']);

/**
 * `POST /api/waivers`: a part of a job's bill that the customer need not pay. An owner's counts at once, and so does a
 * manager's one per job within the workshop's limit; every other waits for an owner.
 */
export const waiverInputSchema = z.strictObject({
  id: uuidSchema.optional(),
  jobId: z.string().min(1).max(200),
  amount,
  reason,
});

export const waiverItemSchema = z.object({
  id: z.string(),
  jobId: z.string(),
  desk: z.string(),
  amount: z.int(),
  /** Why it was let off. */
  reason: z.string(),
  givenBy: z.string(),
  createdAt: z.string(),
  state: stateSchema,
  /** Why an owner rejected it. */
  rejection: z.string().optional(),
});

/** `GET /api/waivers` */
export const waiverQuerySchema = z.strictObject({ ...pageShape, state: stateSchema.optional() });
export const waiverListSchema = pageOf(waiverItemSchema);

/** `PUT /api/waivers/:id/confirm` */
export const confirmWaiverSchema = z.strictObject({});

export type WaiverInputBody = z.infer<typeof waiverInputSchema>;
export type WaiverItem = z.infer<typeof waiverItemSchema>;
export type WaiverQuery = z.infer<typeof waiverQuerySchema>;
export type WaiverList = z.infer<typeof waiverListSchema>;
