import { z } from 'zod';

/**
 * Accepts what names a document of one type. The same signs as in ids themselves: totals and lists join ids by `|`, so a
 * name with one in it could speak of another document's money.
 */
export const idOf = (type: string): z.ZodString =>
  z
    .string()
    .max(200)
    .regex(new RegExp(`^${type}:[A-Za-z0-9][A-Za-z0-9:/_.-]*$`));
