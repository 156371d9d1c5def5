import { AppError } from '#src/errors/app-error.ts';

export interface PageQuery {
  readonly limit: number;
  readonly after: string | undefined;
}

const maxLimit = 200;

/** `limit` and `after` of a list; the cursor is opaque outside. */
export function pageQueryOf(query: Readonly<Record<string, unknown>>, usual = 50): PageQuery {
  const { limit, after } = query;
  const number = limit === undefined ? usual : Number(limit);
  if (!Number.isInteger(number) || number < 1)
    throw new AppError('bad_request', 'The limit is a whole number from 1 to 200.');
  if (after !== undefined && (typeof after !== 'string' || after.length > 500))
    throw new AppError('bad_request', 'The cursor "after" comes from an earlier page.');
  return {
    limit: Math.min(number, maxLimit),
    after: after === undefined ? undefined : Buffer.from(after, 'base64url').toString(),
  };
}

export const cursorOf = (place: string): string => Buffer.from(place).toString('base64url');
