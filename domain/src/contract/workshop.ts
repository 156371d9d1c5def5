import { z } from 'zod';
import { localeSchema } from '#src/documents/locale.ts';
import { timeZoneSchema } from '#src/time/time-zone.ts';
import { wireInstantSchema, inviteRoleSchema, phoneInputSchema, accountRoleSchema } from './primitives.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const gstinSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9]{2}[A-Z0-9]{13}$/);

export const workshopInputSchema = z.strictObject({
  name: text(120),
  address: text(500).optional(),
  phone: phoneInputSchema.optional(),
  gstin: gstinSchema.optional(),
  stateCode: z
    .string()
    .regex(/^[0-9]{2}$/)
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  timeZone: timeZoneSchema.optional(),
  locale: localeSchema.optional(),
});

const upiSchema = z.strictObject({
  vpa: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9._-]{2,256}@[A-Za-z]{2,64}$/),
  payee: text(120),
});

/** `PUT /api/workshops/mine`: any of the fields; null takes an optional one away. */
export const workshopUpdateSchema = z.strictObject({
  name: text(120).optional(),
  address: text(500).nullable().optional(),
  phone: phoneInputSchema.nullable().optional(),
  gstin: gstinSchema.nullable().optional(),
  stateCode: z
    .string()
    .regex(/^[0-9]{2}$/)
    .nullable()
    .optional(),
  currency: workshopInputSchema.shape.currency,
  timeZone: workshopInputSchema.shape.timeZone,
  locale: workshopInputSchema.shape.locale,
  shareCustomers: z.boolean().optional(),
  upi: upiSchema.nullable().optional(),
  waiverLimit: z.int().min(0).optional(),
});

/** `GET /api/workshops/mine` */
export const workshopViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().optional(),
  phone: z.string().optional(),
  gstin: z.string().optional(),
  stateCode: z.string().optional(),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  shareCustomers: z.boolean(),
  upi: z.object({ vpa: z.string(), payee: z.string() }).optional(),
  waiverLimit: z.int(),
});

/** `POST /api/workshops/mine/invites` */
export const inviteRequestSchema = z.strictObject({
  role: inviteRoleSchema.default('manager'),
  // A week is long enough to reach a colleague, short enough for a code on a wall.
  expiresInDays: z.int().min(1).max(90).default(7),
  uses: z.int().min(1).max(100).default(1),
});

export const inviteSchema = z.object({
  code: z.string(),
  role: inviteRoleSchema,
  uses: z.int(),
  used: z.int(),
  createdAt: wireInstantSchema,
  expiresAt: wireInstantSchema,
  revokedAt: wireInstantSchema.optional(),
  link: z.string(),
});

/** `GET /api/workshops/mine/invites` */
export const inviteListSchema = z.object({ items: z.array(inviteSchema) });

export const managerSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  role: accountRoleSchema,
  active: z.boolean(),
});

/** `GET /api/managers` */
export const managerListSchema = z.object({ items: z.array(managerSchema) });

export type WorkshopInput = z.infer<typeof workshopInputSchema>;
export type WorkshopUpdate = z.infer<typeof workshopUpdateSchema>;
export type WorkshopView = z.infer<typeof workshopViewSchema>;
export type InviteRequest = z.input<typeof inviteRequestSchema>;
export type InviteSettings = z.output<typeof inviteRequestSchema>;
export type Invite = z.infer<typeof inviteSchema>;
export type ManagerView = z.infer<typeof managerSchema>;
