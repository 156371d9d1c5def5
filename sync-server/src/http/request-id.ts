import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const safe = /^[A-Za-z0-9_-]{8,64}$/;

/** Names each request in the log and in its answer; a proxy's name is kept when it is harmless. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  response.locals['requestId'] = given !== undefined && safe.test(given) ? given : randomUUID();
  response.set('X-Request-Id', requestIdOf(response));
  next();
};

export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'] ?? '');
}
