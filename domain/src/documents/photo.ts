import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { MAX_FILE_BYTES } from '#src/files/file-type.ts';
import { entryShape, personIdSchema } from './envelope.ts';

/** The name of a file is the hash of its bytes. */
export const fileHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A thumbnail travels with the text to every phone of the desk, so it is counted as it travels. */
export const MAX_THUMBNAIL_LENGTH = 6 * 1024;

/** Only pictures that cannot carry a script. */
const thumbnailSchema = z
  .string()
  .max(MAX_THUMBNAIL_LENGTH)
  .regex(/^data:image\/(jpeg|webp|png);base64,[A-Za-z0-9+/]+={0,2}$/);

export const photoKindSchema = z.enum(['before', 'during', 'after', 'part', 'paper', 'other']);
export type PhotoKind = z.infer<typeof photoKindSchema>;

/** Names a file of a job; the bytes travel by themselves, after all text. */
export const photoSchema = z.strictObject({
  ...entryShape,
  _id: z.string().regex(/^photo:/),
  type: z.literal('photo'),
  jobId: idOf('job'),
  desk: personIdSchema,
  assigned: z.array(personIdSchema).max(50),
  kind: photoKindSchema,
  thumbnail: thumbnailSchema.optional(),
  sha256: fileHashSchema,
  size: z.int().min(1).max(MAX_FILE_BYTES),
});
export type Photo = z.infer<typeof photoSchema>;
