import type { ErrorRequestHandler, Request } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import type { ErrorCode } from '@revops/domain';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { messageOf } from './error-messages.ts';
import { requestIdOf } from './request-id.ts';
import { statusOf } from './status-of.ts';

/** The one handler, last in the app. Internals never leave: an unexpected error answers only its request id. */
export function errorHandler(logger: Logger, metrics: Metrics): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const expected = toAppError(error);
    const refusal = expected ?? new AppError('internal', undefined, { cause: error });
    const status = statusOf[refusal.code];
    const requestId = requestIdOf(response);
    metrics.refusals.inc({ code: refusal.code });
    if (expected && status < 500) logger.warn({ requestId, code: refusal.code }, 'refused');
    else logger.error({ requestId, code: refusal.code, err: refusal.cause ?? refusal }, 'failed');
    if (refusal.retryAfterSeconds !== undefined)
      response.set('Retry-After', String(refusal.retryAfterSeconds));
    response.status(status).json(isSync(request) ? couchBody(refusal, status) : ourBody(refusal, requestId));
  };
}

const isSync = (request: Request): boolean => request.originalUrl.split(/[/?]/)[1] === 'sync';

function wordsOf(refusal: AppError): string {
  return refusal.message === refusal.code ? messageOf(refusal.code) : refusal.message;
}

function ourBody(refusal: AppError, requestId: string): unknown {
  const { code, fields } = refusal;
  return { error: { code, message: wordsOf(refusal), requestId, ...(fields ? { fields } : {}) } };
}

const couchNames: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'too_large',
  415: 'bad_content_type',
  426: 'upgrade_required',
  503: 'service_unavailable',
};

function couchBody(refusal: AppError, status: number): unknown {
  const error = couchNames[status] ?? refusal.code;
  return { error, reason: wordsOf(refusal), code: refusal.code };
}

/** What Express and its parsers throw carries a status of its own. */
function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.parse.failed') return new AppError('invalid_json', undefined, { cause: error });
  const code = typeof status === 'number' ? parserCodes[status] : undefined;
  return code && new AppError(code, undefined, { cause: error });
}

const parserCodes: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_request',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};
