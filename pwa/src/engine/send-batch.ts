import type { JournalEntry } from '#src/data/index.ts';

/** What the gateway takes in one request. */
export const batchLimit = 200;

/** An eighth of what the gateway takes, so that a radio of 70 kbit/s has it through within a request's minute. */
export const batchBytes = 512 * 1024;

const encoder = new TextEncoder();

/** How many of these documents fit into so many bytes on the wire: at least one, which the server decides on. */
export function countWithin(entries: readonly JournalEntry[], maxBytes: number): number {
  let bytes = 0;
  const over = entries.findIndex((entry) => {
    bytes += encoder.encode(JSON.stringify(wireDocument(entry))).length + 1;
    return bytes > maxBytes;
  });
  return over === -1 ? entries.length : Math.max(1, over);
}

/**
 * The documents of one act travel together where they fit, because the server refuses an event with its job.
 * @param entries one more than `limit`, to see whether the last act goes on.
 */
export function wholeActs(entries: readonly JournalEntry[], limit: number): readonly JournalEntry[] {
  const next = entries[limit];
  if (next === undefined) return entries;
  const fitting = entries.slice(0, limit);
  const whole = fitting.findLastIndex((entry) => entry.act !== next.act) + 1;
  return whole === 0 ? fitting : fitting.slice(0, whole);
}

/** As CouchDB's replication protocol wants it: the revision is fixed, and the chain says where it belongs. */
export const wireDocument = ({ body, rev, revisions }: JournalEntry): Record<string, unknown> => ({
  ...body,
  _rev: rev,
  _revisions: revisions,
});
