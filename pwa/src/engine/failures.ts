/** Only the person can go on: by signing in. What waits stays. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** The server answered, but not with what was asked for. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  /** How long the server wants to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, message: string, retryAfterMs?: number) {
    super(`${status} ${message}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer: no network, no server, or too late. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** The person's view is another one now: what runs must begin anew with another replica. */
export class ViewChangedError extends Error {
  override readonly name = 'ViewChangedError';
}

/** The engine was told to stop or to begin anew. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** The last resort of a loop: a failure that says nothing of the server. */
export const isServerSilent = (error: unknown): boolean => error instanceof NoAnswerError;
