import { BackupError } from '../backup-error.ts';

/** For an owner's screen: what went wrong without anything that belongs in the server's log. */
export function wordsOfFailure(error: unknown): string {
  if (error instanceof BackupError) return error.message;
  return 'The backup stopped with an error that nobody expected. The log of the server tells more.';
}
