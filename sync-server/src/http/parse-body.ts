import type { Request } from 'express';
import type { z } from 'zod';
import { AppError } from '#src/errors/app-error.ts';

/** The border: what passes has the schema's type, what does not is refused with the names of its fields. */
export function parseBody<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [''];
    for (const name of names)
      fields[[...issue.path, name].filter((part) => part !== '').join('.')] = issue.code;
  }
  throw new AppError('bad_request', undefined, { fields });
}
