import { z } from 'zod';
import {
  emailSchema,
  wireInstantSchema,
  inviteCodeSchema,
  passwordSchema,
  personNameSchema,
  phoneInputSchema,
  accountRoleSchema,
} from './primitives.ts';
import { workshopInputSchema } from './workshop.ts';

/** `POST /api/auth/register` */
export const registerRequestSchema = z.strictObject({
  name: personNameSchema,
  email: emailSchema,
  phone: phoneInputSchema,
  password: passwordSchema,
  workshop: workshopInputSchema,
});

/** `POST /api/auth/join` */
export const joinRequestSchema = z.strictObject({
  inviteCode: inviteCodeSchema,
  name: personNameSchema,
  email: emailSchema,
  phone: phoneInputSchema,
  password: passwordSchema,
});

/** `POST /api/auth/login`; the password has no floor here, older rules may have allowed it. */
export const loginRequestSchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(200),
  otp: z.string().max(32).optional(),
});

/** `POST /api/auth/refresh` and `/logout`; empty when the token travels in the cookie. */
export const refreshRequestSchema = z.strictObject({ refreshToken: z.string().max(500).optional() });

/** `POST /api/auth/forgot-password` */
export const forgotPasswordRequestSchema = z.strictObject({ email: emailSchema });

/** `POST /api/auth/reset-password` */
export const resetPasswordRequestSchema = z.strictObject({
  token: z.string().min(20).max(200),
  password: passwordSchema,
});

/** `POST /api/auth/change-password` */
export const changePasswordRequestSchema = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: passwordSchema,
});

export const sessionUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  role: accountRoleSchema,
  emailVerified: z.boolean(),
});

/** What the server knows of a device's counters; the device never goes below them. */
export const sessionDeviceSchema = z.object({
  id: z.string(),
  code: z.string(),
  last: z.object({
    n: z.int().min(0),
    job: z.int().min(0),
    papers: z.record(z.string(), z.int().min(0)),
  }),
});

/** The answer of register, join, login and refresh. */
export const sessionSchema = z.object({
  accessToken: z.string(),
  expiresIn: z.int().positive(),
  user: sessionUserSchema,
  workshop: z.object({ id: z.string(), name: z.string() }),
  // Absent for a client that sent no X-Device-Id.
  device: sessionDeviceSchema.optional(),
  // Present only with `X-Token-Transport: body`.
  refreshToken: z.string().optional(),
});

/** `GET /api/auth/me` */
export const meSchema = sessionSchema.pick({ user: true, workshop: true, device: true });

/** `GET /api/auth/sessions` */
export const sessionListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      deviceCode: z.string().optional(),
      createdAt: wireInstantSchema,
      lastUsedAt: wireInstantSchema,
      current: z.boolean(),
    }),
  ),
});

export type RegisterRequest = z.infer<typeof registerRequestSchema>;
export type JoinRequest = z.infer<typeof joinRequestSchema>;
export type LoginRequest = z.infer<typeof loginRequestSchema>;
export type ForgotPasswordRequest = z.infer<typeof forgotPasswordRequestSchema>;
export type ResetPasswordRequest = z.infer<typeof resetPasswordRequestSchema>;
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type SessionUser = z.infer<typeof sessionUserSchema>;
export type SessionDevice = z.infer<typeof sessionDeviceSchema>;
export type Me = z.infer<typeof meSchema>;
export type SessionList = z.infer<typeof sessionListSchema>;
