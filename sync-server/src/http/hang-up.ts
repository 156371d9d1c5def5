import type { RequestHandler } from 'express';

/** Long enough for a client that is still sending to see its answer. */
const lingerMs = 5000;

/** Whoever goes on sending after the answer loses the connection: it would be received to its end, and nobody reads it. */
export const hangUp: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => request.socket.destroy(), lingerMs);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
  });
  next();
};
