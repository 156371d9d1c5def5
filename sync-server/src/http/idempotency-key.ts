import type { Request } from 'express';
import { AppError } from '#src/errors/app-error.ts';

const header = 'Idempotency-Key';

/** What a client names a request by, so that sending it again makes nothing twice. */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.get(header);
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new AppError('bad_request', `${header} has 1 to 200 letters, digits and signs.`, {
    fields: { [header]: 'invalid_format' },
  });
}
