import { z } from 'zod';

// People paste addresses with blanks and capitals; one spelling makes `account:<email>` unique.
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

// Loose on purpose: the number is brought to E.164 where the country is known.
export const phoneInputSchema = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ()./-]{5,23}$/);

// 8 is the floor of NIST 800-63B; 200 keeps hashing time bounded.
export const passwordSchema = z.string().min(8).max(200);

export const personNameSchema = z.string().trim().min(1).max(120);

export const wireInstantSchema = z.iso.datetime({ precision: 3 });

// Read aloud and typed on phones: no 0/O, 1/I/L, and U left out.
export const inviteCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .transform((code) => code.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJKMNP-TV-Z]{8}$/));

export const accountRoleSchema = z.enum(['owner', 'manager', 'technician', 'customer']);

export const inviteRoleSchema = z.enum(['owner', 'manager', 'technician']);

export type AccountRole = z.infer<typeof accountRoleSchema>;
export type InviteRole = z.infer<typeof inviteRoleSchema>;
