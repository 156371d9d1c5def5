import { z } from 'zod';
import { idSchema } from './document-id.ts';

/**
 * Accepts what names a document of one type: an id, sign for sign. Totals and lists join ids by `|`, so a name with one in
 * it could speak of another document's money. No app ever wrote such a name, so shapes are what they were.
 */
export const idOf = (type: string): z.ZodString =>
  z
    .string()
    .regex(new RegExp(`^${type}:`))
    .refine((text) => idSchema.safeParse(text).success);
