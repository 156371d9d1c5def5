import { z } from 'zod';
import { instantSchema } from '#src/time/instant.ts';
import { daySchema } from '#src/time/workshop-day.ts';

/** What continues a list, and how much of it: both stand in an address, so they come as text. */
export const pageShape = {
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .transform(Number)
    .optional(),
  after: z.string().min(1).max(500).optional(),
};

/** A workshop day, or an instant. */
export const dayOrInstantSchema = z.union([daySchema, instantSchema]);

/** One page; `next` where there may be more. A list that looks for something may say so with an empty page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional() });
