import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '#src/errors/app-error.ts';
import type { Limit, LimitName, Limits } from '#src/config/limits.ts';

export type RateLimits = Readonly<Record<LimitName, RequestHandler>>;

const byAddress = (request: Request): string => ipKeyGenerator(request.ip ?? '');

/** The parser has run: a login without an email shares one bucket and is refused by its schema. */
function emailOf(request: Request): string {
  const email: unknown = (request.body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}

const keys: Partial<Record<LimitName, (request: Request) => string>> = {
  loginPerAccount: emailOf,
  loginPerAccountAndAddress: (request) => `${emailOf(request)} ${byAddress(request)}`,
  mailPerAccount: emailOf,
};

/** One set of counters per app, so that tests do not share them. */
export function createRateLimits(limits: Limits): RateLimits {
  const entries = Object.entries(limits) as [LimitName, Limit][];
  return Object.fromEntries(entries.map(([name, limit]) => [name, create(name, limit)])) as RateLimits;
}

function create(name: LimitName, limit: Limit): RequestHandler {
  return rateLimit({
    windowMs: limit.windowMs,
    limit: limit.max,
    keyGenerator: keys[name] ?? byAddress,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (request, _response, next) => {
      const reset = (request as { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime?.getTime();
      const waitMs = reset === undefined ? limit.windowMs : Math.max(1000, reset - Date.now());
      next(new AppError('rate_limited', undefined, { retryAfterSeconds: Math.ceil(waitMs / 1000) }));
    },
  });
}
