import { z } from 'zod';

const personSchema = z.object({ id: z.string(), name: z.string().optional() });
const deviceSchema = z.object({ id: z.string(), code: z.string().optional(), label: z.string().optional() });

/** A refused document as an owner reads it. */
export const quarantineItemSchema = z.object({
  id: z.string(),
  docId: z.string(),
  rev: z.string(),
  type: z.string(),
  // `from`: the words are those of the phone that handed it in, and not the server's.
  reason: z.object({ code: z.string(), words: z.string(), from: z.enum(['phone']).optional() }),
  who: personSchema,
  device: deviceSchema.optional(),
  receivedAt: z.string(),
  via: z.enum(['sync', 'upload']),
  // As it came; empty where it was too large to be kept.
  body: z.record(z.string(), z.unknown()),
  readmitted: z.object({ at: z.string(), by: z.string(), rev: z.string() }).optional(),
  dismissed: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
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
export const readmittedSchema = z.object({
  id: z.string(),
  rev: z.string(),
  // Of a job: the lines of its timeline that were refused with it, by their ids in the quarantine.
  also: z.array(z.string()).optional(),
});

/** `POST /api/quarantine/readmit`: several at once, such as all that was refused of one car. */
export const readmitAllRequestSchema = z.strictObject({ ids: z.array(z.string().max(60)).min(1).max(100) });

/** What became of each; in the order in which they were let in. */
export const readmittedAllSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      docId: z.string(),
      rev: z.string().optional(),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
    }),
  ),
});

/** `POST /api/quarantine/:id/dismiss`: read, and not wanted. */
export const dismissRequestSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const dismissedSchema = z.object({ id: z.string() });

/** `POST /api/quarantine/mine`: what owners have said of entries that this very phone was refused. */
export const ownRefusalsRequestSchema = z.strictObject({
  entries: z
    .array(z.strictObject({ docId: z.string().max(200), rev: z.string().max(200) }))
    .min(1)
    .max(100),
});

/** Those of them that an owner does not want. */
export const ownRefusalsSchema = z.object({
  items: z.array(
    z.object({
      docId: z.string(),
      rev: z.string(),
      dismissed: z.object({ at: z.string(), by: personSchema, reason: z.string() }),
    }),
  ),
});

/** `GET /api/audit/:docId`: each arrival of a document, newest first. */
export const auditListSchema = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      who: personSchema,
      device: deviceSchema.optional(),
      /** Of what an owner accepted after a restore: whose phone had brought it. */
      offeredBy: z.object({ who: personSchema, device: deviceSchema.optional() }).optional(),
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
export type ReadmittedAll = z.infer<typeof readmittedAllSchema>;
export type Dismissed = z.infer<typeof dismissedSchema>;
export type OwnRefusals = z.infer<typeof ownRefusalsSchema>;
export type OwnRefusalsRequest = z.infer<typeof ownRefusalsRequestSchema>;
export type AuditList = z.infer<typeof auditListSchema>;
