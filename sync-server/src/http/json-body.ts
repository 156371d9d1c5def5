import express, { type RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';

/** What is let run out after the refusal: a browser that is cut off while it sends never sees the answer. */
const letRunOut = 4;

/**
 * Reads JSON of any content type: several clients send it without saying so. The parser itself refuses what is too large
 * only after it was received to its end; here the answer comes at once, and what is far too large loses its connection.
 */
export function jsonBody(limitBytes: number): RequestHandler {
  const parse = express.json({ limit: limitBytes, type: () => true });
  return (request, response, next) => {
    let isOver = false;
    const proceed = (error?: unknown): void => {
      if (isOver) return;
      isOver = true;
      next(error);
    };
    const refuse = (bytes: number): void => {
      if (bytes > limitBytes * letRunOut) response.set('Connection', 'close');
      proceed(new AppError('payload_too_large'));
    };
    const length = Number(request.get('content-length') ?? 0);
    if (length > limitBytes) {
      refuse(length);
      return;
    }
    parse(request, response, proceed);
    if (request.get('transfer-encoding') === undefined) return;
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      // How much is still to come is not said, so it is not waited for.
      if (received > limitBytes) refuse(Number.POSITIVE_INFINITY);
    });
  };
}
