/** Only the person can go on: by signing in. What waits stays. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** An owner signed this very phone out for good: its person may sign in again, and it is then another device. */
export class DeviceClosedError extends SignedOutError {}

/** The person was removed from the workshop: nothing is read or written any more, and what waits is handed over. */
export class MemberRemovedError extends Error {
  override readonly name = 'MemberRemovedError';
}

/** The server does not understand this app any more: everything waits for the newer one. */
export class AppOutdatedError extends Error {
  override readonly name = 'AppOutdatedError';
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

/** Page by page would be too much, or is no longer enough: the replica has to be compared with a list of everything. */
export class FillNeededError extends Error {
  override readonly name = 'FillNeededError';
}

/** The engine was told to stop or to begin anew. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** The last resort of a loop: a failure that says nothing of the server. */
export const isServerSilent = (error: unknown): boolean => error instanceof NoAnswerError;
