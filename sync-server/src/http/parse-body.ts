import type { Request } from 'express';
import type { z } from 'zod';
import { AppError } from '#src/errors/app-error.ts';

/** The border: what passes has the schema's type, what does not is refused with the names of its fields. */
export function parseBody<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  return parsedOr400(schema, request.body ?? {});
}

/** As `parseBody`, for what stands behind the question mark: a name that nobody knows is a mistake, not a wish. */
export function parseQuery<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  return parsedOr400(schema, request.query);
}

function parsedOr400<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [''];
    // A rule of ours says in its message what is wrong.
    const what = issue.code === 'custom' ? issue.message : issue.code;
    for (const name of names) fields[[...issue.path, name].filter((part) => part !== '').join('.')] = what;
  }
  throw new AppError('bad_request', undefined, { fields });
}
