import { canonicalJson, type PushAnswer, type PushedRow } from '@revops/domain';
import type { Caller } from '#src/http/authenticate.ts';
import type { StoredDocument } from '#src/store/document-store.ts';
import { isReadable } from '#src/sync/reading/readable.ts';
import { sessionOf } from '#src/sync/sync-session.ts';
import type { Workshop } from '#src/sync/sync-parts.ts';
import { bodyOf } from '#src/sync/writing/revisions.ts';
import { writeDocuments, type WriteRow } from '#src/sync/writing/write-documents.ts';

interface Clock {
  readonly now: () => number;
  readonly newId: () => string;
}

/** Documents as a client wrote them, by the rules of `/sync`; the gateway makes their revisions. */
export async function pushDocuments(
  { now, newId }: Clock,
  workshop: Workshop,
  caller: Caller,
  documents: readonly Readonly<Record<string, unknown>>[],
): Promise<PushAnswer> {
  const { store, timelines, finished } = workshop;
  const { actor, deviceId } = caller;
  const rows = await workshop.writes.run(async () => {
    // A restore must be noticed before the feed grows over it.
    await timelines.state();
    const arrivedAt = new Date(now()).toISOString();
    const writer = { actor, deviceId, arrivedAt };
    return writeDocuments({ store, writer, documents, newEdits: true, auditId: newId(), finished });
  });
  const clashed = rows.filter((row) => 'error' in row && row.error === 'conflict').map(({ id }) => id);
  const found = clashed.length === 0 ? [] : await store.allDocs({ keys: [...new Set(clashed)] });
  const { keys } = sessionOf(caller, workshop);
  const stored = new Map(found.filter((one) => isReadable(keys, one)).map((one) => [one._id, one]));
  return { rows: rows.map((row, index) => toRow(row, documents[index], stored.get(row.id))) };
}

function toRow(
  row: WriteRow,
  given: Readonly<Record<string, unknown>> | undefined,
  stored: StoredDocument | undefined,
): PushedRow {
  const { id } = row;
  if ('ok' in row) return { id, rev: row.rev, result: 'stored' };
  if (row.error === 'conflict')
    // Sent again, because its answer was lost.
    return stored && given && isSame(given, stored)
      ? { id, rev: stored._rev, result: 'known' }
      : { id, result: 'conflict', code: 'conflict', message: row.reason };
  const [code = '', ...words] = row.reason.split(': ');
  const result = row.error === 'unavailable' ? 'later' : 'refused';
  return { id, result, code, message: words.join(': ') };
}

/** What the gateway may have corrected, and what it makes itself. */
const ours = new Set(['access', 'was', 'at', 'desk', 'assigned', 'shared', '_rev', '_revisions']);

function isSame(given: Readonly<Record<string, unknown>>, stored: StoredDocument): boolean {
  const textOf = (body: Readonly<Record<string, unknown>>): string =>
    canonicalJson(Object.fromEntries(Object.entries(body).filter(([name]) => !ours.has(name))));
  return textOf(given) === textOf(bodyOf(stored));
}
