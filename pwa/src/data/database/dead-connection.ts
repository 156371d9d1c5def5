/**
 * Safari kills the connection of a page in the background; every later call says `InvalidStateError`, or
 * `UnknownError` with "Connection to Indexed Database server lost". What was under way is aborted without a cause.
 */
const deadNames: ReadonlySet<string> = new Set([
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TimeoutError',
]);

/** Whether only a new connection can help. */
export const isDeadConnection = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && deadNames.has(String(error.name));

/** Whether the disk, or the browser's share of it, is full; PouchDB hides the name in a text of its own. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, reason } = error as Readonly<Record<string, unknown>>;
  return [name, message, reason].some(
    (text) => typeof text === 'string' && text.includes('QuotaExceededError'),
  );
}
