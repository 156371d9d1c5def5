import { z } from 'zod';
import { moneySchema } from '#src/money/money.ts';
import { timeZoneSchema } from '#src/time/time-zone.ts';
import { vpaSchema } from '#src/upi/vpa.ts';
import { recordShape } from './envelope.ts';
import { localeSchema } from './locale.ts';
import { lineSchema } from './text.ts';

/** The workshop itself: one per database, id `workshop:self`. */
export const workshopSchema = z.strictObject({
  ...recordShape,
  _id: z.literal('workshop:self'),
  type: z.literal('workshop'),
  name: lineSchema,
  address: z.string().max(500).optional(),
  phone: z.string().max(20).optional(),
  gstin: z.string().max(15).optional(),
  stateCode: z.string().max(2).optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: timeZoneSchema,
  locale: localeSchema,
  shareCustomers: z.boolean(),
  upi: z.strictObject({ vpa: vpaSchema, payee: lineSchema }).optional(),
  waiverLimit: moneySchema,
});
export type Workshop = z.infer<typeof workshopSchema>;
