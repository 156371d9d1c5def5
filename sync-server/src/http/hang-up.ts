import type { RequestHandler } from 'express';

/** Long enough for a client that is still sending to see its answer. */
const lingerMs = 5000;
/** As much as a client sends that keeps to the limits of what it sends. */
const lingerBytes = 16 * 1024 * 1024;
const lookEveryMs = 100;

/** Whoever goes on sending after the answer loses the connection: it would be received to its end, and nobody reads it. */
export const hangUp: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (request.complete) return;
    const { socket } = request;
    const [read, until] = [socket.bytesRead + lingerBytes, performance.now() + lingerMs];
    const look = setInterval(() => {
      if (socket.bytesRead > read || performance.now() > until) socket.destroy();
    }, lookEveryMs);
    look.unref();
    request.once('close', () => clearInterval(look));
  });
  next();
};
