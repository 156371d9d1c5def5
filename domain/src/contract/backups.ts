import { z } from 'zod';

/** `GET /api/backups`: how it stands with the backups of this server; owners only. */
export const backupListSchema = z.object({
  /** False: nobody has told this server where to write backups. */
  configured: z.boolean(),
  schedule: z
    .object({ everyHours: z.int().optional(), at: z.string().optional(), next: z.string() })
    .optional(),
  /** Written, restored once into a scratch store and found the same. */
  lastGood: z.string().optional(),
  lastVerified: z.string().optional(),
  failing: z.object({ since: z.string(), words: z.string() }).optional(),
  /** Newest first. */
  items: z.array(z.object({ at: z.string(), bytes: z.int(), workshops: z.int(), verified: z.boolean() })),
});

export type BackupList = z.infer<typeof backupListSchema>;
