import express, { type RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';

/** What is let run out after the refusal: a client that is cut off while it sends never sees the answer. */
const letRunOut = 4;

interface JsonOptions {
  /** Clients of `/sync` send JSON without saying so; elsewhere a form of another site must not pass for it. */
  readonly onlyDeclared?: boolean;
}

/**
 * Reads JSON. The parser itself refuses what is too large only after it was received to its end; here the answer comes
 * at once, and what is far too large loses its connection.
 */
export function jsonBody(limitBytes: number, options: JsonOptions = {}): RequestHandler {
  const type = options.onlyDeclared === true ? 'application/json' : () => true;
  const parse = express.json({ limit: limitBytes, type });
  return (request, response, next) => {
    let isOver = false;
    const proceed = (error?: unknown): void => {
      if (isOver) return;
      isOver = true;
      next(error);
    };
    if (Number(request.get('content-length') ?? 0) > limitBytes) {
      proceed(new AppError('payload_too_large'));
      return;
    }
    parse(request, response, proceed);
    if (request.get('transfer-encoding') === undefined) return;
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > limitBytes) proceed(new AppError('payload_too_large'));
      // How much is still to come is not said, so it is not waited for.
      if (received > limitBytes * letRunOut) request.socket.destroy();
    });
  };
}
