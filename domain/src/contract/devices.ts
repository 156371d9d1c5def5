import { z } from 'zod';

const personSchema = z.object({ id: z.string(), name: z.string().optional() });

/** One phone as an owner sees it: how far it counted, and what became of each of its numbers. */
export const deviceItemSchema = z.object({
  id: z.string(),
  code: z.string(),
  label: z.string(),
  user: personSchema,
  issued: z.int(),
  held: z.int(),
  notAccepted: z.int(),
  /** Of what had arrived, or came later: what an owner has erased for good. */
  erased: z.int().optional(),
  missing: z.int(),
  /** Which numbers are missing, as stretches; the first of them where there are many. */
  gaps: z.array(z.tuple([z.int(), z.int()])).optional(),
  lastHeard: z.string().optional(),
  closed: z.boolean().optional(),
  /** When an owner signed it out for good; absent where it was closed because its storage had been cleared. */
  revokedAt: z.string().optional(),
});

/** Two papers or two entries with one number: nobody is refused for it, so somebody has to be told. */
export const numberFlagSchema = z.object({
  id: z.string(),
  kind: z.enum(['number_held', 'counter_held']),
  documentId: z.string(),
  /** What was given twice: a number on paper, or `<device>:<n>`. */
  key: z.string(),
  user: personSchema,
  device: z.object({ id: z.string(), code: z.string().optional() }),
  createdAt: z.string(),
});

/** `GET /api/devices` */
export const deviceListSchema = z.object({
  items: z.array(deviceItemSchema),
  /** What nobody has looked at yet, newest first. */
  flags: z.array(numberFlagSchema).optional(),
  asOf: z.string().optional(),
});

/** `POST /api/devices/:id/revoke` */
export const revokedDeviceSchema = z.object({ id: z.string(), closed: z.literal(true) });

/** `POST /api/devices/flags/seen` */
export const flagsSeenRequestSchema = z.strictObject({ ids: z.array(z.string().max(400)).min(1).max(200) });
export const flagsSeenSchema = z.object({ seen: z.int() });

export type DeviceItem = z.infer<typeof deviceItemSchema>;
export type NumberFlag = z.infer<typeof numberFlagSchema>;
export type DeviceList = z.infer<typeof deviceListSchema>;
export type RevokedDevice = z.infer<typeof revokedDeviceSchema>;
