import { z } from 'zod';
import { fileHashSchema } from '#src/documents/photo.ts';

/** `POST /api/files/missing`: which of the files that this person has sent are not there any more. */
export const missingFilesRequestSchema = z.strictObject({ sha256: z.array(fileHashSchema).min(1).max(200) });

/** Those that are not there whole. */
export const missingFilesSchema = z.object({ missing: z.array(fileHashSchema) });
