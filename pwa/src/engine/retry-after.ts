/** Nobody is left alone for longer by one header: a proxy's mistake must not silence a phone for a day. */
const longestMs = 10 * 60_000;

/** What `Retry-After` asks for, in seconds or as a date. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(longestMs, Math.max(0, ms)) : undefined;
}
