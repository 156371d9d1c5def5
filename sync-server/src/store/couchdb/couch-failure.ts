import { AppError } from '#src/errors/app-error.ts';
import { retryAfterSeconds, slowRetrySeconds } from './request-limits.ts';

/** What a request to CouchDB ended with; status 0: no answer came. */
export class CouchFailure extends Error {
  override readonly name = 'CouchFailure';
  readonly status: number;
  /** The time for an answer was used up; to ask again at once would wait as long again. */
  readonly isTimeout: boolean;

  constructor(status: number, message: string, cause?: unknown, isTimeout = false) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.isTimeout = isTimeout;
  }

  /** Worth a second try: no answer, or one that a restarting node or a proxy in front gives. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 500 || (this.status >= 502 && this.status <= 504);
  }
}

export const failedWith = (error: unknown, status: number): boolean =>
  error instanceof CouchFailure && error.status === status;

const unavailable = (words: string, cause: unknown, afterSeconds = retryAfterSeconds): AppError =>
  new AppError('unavailable', words, { cause, retryAfterSeconds: afterSeconds });

/**
 * What leaves the store. Only what the caller asked wrongly is the caller's fault; above all a password that CouchDB
 * refuses must not reach a phone as 401, which ends PouchDB's replication for good.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  switch (error instanceof CouchFailure ? error.status : 0) {
    case 400:
      return new AppError('bad_request', 'The store refused the request.', { cause: error });
    case 413:
      return new AppError('payload_too_large', undefined, { cause: error });
    case 401:
    case 403:
      return unavailable("The store refused the server's password.", error);
    case 404:
      return unavailable('The database is not there.', error);
    default:
      // Most often an index that is being built, after files were put back or a version without `couchdb:setup`.
      if (error instanceof CouchFailure && error.isTimeout)
        return unavailable('The store needs longer than usual.', error, slowRetrySeconds);
      return unavailable('The store did not answer.', error);
  }
}
