import { z } from 'zod';

const personSchema = z.object({ id: z.string(), name: z.string().optional() });
const deviceSchema = z.object({ id: z.string(), code: z.string().optional(), label: z.string().optional() });

/** A refused document as an owner reads it. */
export const quarantineItemSchema = z.object({
  id: z.string(),
  docId: z.string(),
  rev: z.string(),
  type: z.string(),
  reason: z.object({ code: z.string(), words: z.string() }),
  who: personSchema,
  device: deviceSchema.optional(),
  receivedAt: z.string(),
  via: z.enum(['sync', 'upload']),
  // As it came; empty where it was too large to be kept.
  body: z.record(z.string(), z.unknown()),
  readmitted: z.object({ at: z.string(), by: z.string(), rev: z.string() }).optional(),
});

/** `GET /api/quarantine` */
export const quarantineListSchema = z.object({
  items: z.array(quarantineItemSchema),
  next: z.string().optional(),
});

/** `POST /api/quarantine`: what a phone still holds when its person was removed. */
export const quarantineUploadSchema = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        body: z.record(z.string(), z.unknown()),
        reason: z.object({ code: z.string().max(60), words: z.string().max(2000).optional() }).optional(),
      }),
    )
    .max(500),
});

/** What the server holds now of the documents of an upload; the others found no room. */
export const quarantineUploadAnswerSchema = z.object({
  stored: z.int(),
  kept: z.array(z.object({ id: z.string(), rev: z.string() })),
});

/** `POST /api/quarantine/:id/readmit` */
export const readmittedSchema = z.object({ id: z.string(), rev: z.string() });

/** `GET /api/audit/:docId`: each arrival of a document, newest first. */
export const auditListSchema = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      who: personSchema,
      device: deviceSchema.optional(),
      rev: z.string(),
      created: z.literal(true).optional(),
      changed: z.array(z.string()).optional(),
      flags: z.array(z.string()).optional(),
    }),
  ),
  next: z.string().optional(),
});

export type QuarantineItem = z.infer<typeof quarantineItemSchema>;
export type QuarantineList = z.infer<typeof quarantineListSchema>;
export type QuarantineUpload = z.infer<typeof quarantineUploadSchema>;
export type QuarantineUploadAnswer = z.infer<typeof quarantineUploadAnswerSchema>;
export type Readmitted = z.infer<typeof readmittedSchema>;
export type AuditList = z.infer<typeof auditListSchema>;
