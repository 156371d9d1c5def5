import type { RequestHandler } from 'express';

const requestHeaders =
  'Authorization, Content-Range, Content-Type, Range, X-App-Contract, X-Device-Id, X-Device-Issued, X-Device-Label, X-Token-Transport, X-Request-Id';
// Date corrects a phone's clock.
const responseHeaders = 'Content-Range, Date, ETag, Retry-After, X-Contract, X-Received, X-Request-Id';

/** Only the origins that the configuration names may read an answer; everybody else gets no header at all. */
export function cors(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins);
  return (request, response, next) => {
    response.vary('Origin');
    const origin = request.get('origin');
    if (origin === undefined || !allowed.has(origin)) {
      next();
      return;
    }
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': responseHeaders,
    });
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.set({
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': requestHeaders,
      'Access-Control-Max-Age': '7200',
    });
    response.status(204).end();
  };
}
