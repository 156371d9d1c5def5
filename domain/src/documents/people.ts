import { z } from 'zod';
import { deviceCodeSchema } from '#src/numbering/device-code.ts';
import { instantSchema } from '#src/time/instant.ts';
import { personIdSchema, recordShape } from './envelope.ts';
import { lineSchema } from './text.ts';

/** What a person may be in a workshop. */
export const roleSchema = z.enum(['owner', 'manager', 'technician', 'customer']);
export type Role = z.infer<typeof roleSchema>;

/** A person of the workshop as the others see them; written by the gateway alone. */
export const memberSchema = z.strictObject({
  ...recordShape,
  _id: z.string().regex(/^member:[A-Za-z0-9-]+$/),
  type: z.literal('member'),
  name: lineSchema,
  phone: z.string().max(20).optional(),
  role: roleSchema,
  active: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** One person's database in one browser profile, its code and how far it has counted; written by the gateway alone. */
export const deviceSchema = z.strictObject({
  ...recordShape,
  _id: z.string().regex(/^device:[A-Za-z0-9-]+$/),
  type: z.literal('device'),
  userId: personIdSchema,
  code: deviceCodeSchema,
  label: z.string().max(200),
  issued: z.int().min(0),
  lastHeard: instantSchema.optional(),
  closed: z.boolean().optional(),
});
export type Device = z.infer<typeof deviceSchema>;
