import { CouchFailure, toAppError } from '../couchdb/couch-failure.ts';

/** A failure of CouchDB as a code; what a source of bytes throws is its own. */
export const inCode = (error: unknown): unknown =>
  error instanceof CouchFailure ? toAppError(error) : error;
