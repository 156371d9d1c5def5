import { Router } from 'express';
import { clientErrorRequestSchema } from '@revops/domain';
import type { Context } from '../context.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';

// What could name a person: addresses, long digit runs (phones, cards, UTRs), plates.
const personal = [
  /[\w.+-]+@[\w.-]+/g,
  /\+?[0-9][0-9 -]{6,}[0-9]/g,
  /\b[A-Z]{2} ?[0-9]{1,2} ?[A-Z]{1,3} ?[0-9]{4}\b/gi,
];

export function withoutPersonalData(text: string): string {
  return personal.reduce((rest, pattern) => rest.replaceAll(pattern, '…'), text);
}

/** Errors of the app on phones, into the log. */
export function clientErrorRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  router.post('/', limits.clientErrors, (request, response) => {
    const report = parseBody(clientErrorRequestSchema, request);
    const clean = Object.fromEntries(
      Object.entries(report).map(([field, value]) => [field, withoutPersonalData(value ?? '')]),
    );
    context.logger.warn({ clientError: clean }, 'an error on a device');
    response.status(204).end();
  });
  return router;
}
