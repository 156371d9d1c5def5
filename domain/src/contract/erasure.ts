import { z } from 'zod';
import { idSchema } from '#src/ids/document-id.ts';

/** `POST /api/erasures`: an owner takes out for good what names a person. */
export const erasureRequestSchema = z.strictObject({
  ids: z.array(idSchema).min(1).max(200),
  reason: z.string().trim().max(200).optional(),
});

/** `documents` are gone; `cleared` still stand, without what they said of the person; so many `files` went with them. */
export const erasureAnswerSchema = z.object({
  id: z.string(),
  documents: z.int(),
  cleared: z.int(),
  files: z.int(),
});

/** `GET /api/erasures`, newest first. */
export const erasureListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      by: z.object({ id: z.string(), name: z.string().optional() }),
      reason: z.string().optional(),
      documents: z.int(),
    }),
  ),
});

export type ErasureRequest = z.infer<typeof erasureRequestSchema>;
export type ErasureAnswer = z.infer<typeof erasureAnswerSchema>;
export type ErasureList = z.infer<typeof erasureListSchema>;
