/** One request to CouchDB; a path begins with a slash and is already encoded. */
export interface CouchRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers the parsed body of a 2xx; throws a CouchError for any other status. */
export type Send = (request: CouchRequest) => Promise<unknown>;

export class CouchError extends Error {
  override readonly name = 'CouchError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof CouchError && error.status === status;
