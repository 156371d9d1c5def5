import type { AnyDocument } from '@revops/domain';
import { metaIn, putMeta } from '../database/meta.ts';
import { reading, type DeviceDatabase } from '../database/open.ts';
import { putAll } from '../database/put-all.ts';
import type { JournalEntry, Row, WriteTx } from '../database/schema.ts';
import { nextRevision } from './revisions.ts';

/** Entries to send, in order of first save; at most what one request may carry. */
export const journalBatch = (db: DeviceDatabase, limit = 200): Promise<JournalEntry[]> =>
  reading(db, (tx) => tx.objectStore('journal').index('order').getAll(null, limit));

/** How many documents wait. */
export const journalCount = (db: DeviceDatabase): Promise<number> =>
  reading(db, (tx) => tx.objectStore('journal').count());

export interface JournalWrite {
  readonly act: string;
  readonly savedAt: string;
  readonly documents: readonly AnyDocument[];
  readonly random: (count: number) => Uint8Array;
}

/**
 * Puts the documents of one act into the journal, each with its revision fixed; an unsent one is replaced.
 * @returns also the rows that it had to read, so that the fold need not read them again.
 */
export async function putInJournal(
  tx: WriteTx,
  { act, savedAt, documents, random }: JournalWrite,
): Promise<{ entries: JournalEntry[]; stored: ReadonlyMap<string, Row | undefined> }> {
  const journal = tx.objectStore('journal');
  const rows = tx.objectStore('rows');
  // Asked together: each wait is one for another process, and a person waits for their sum.
  const [held, stored, lastOrder] = await Promise.all([
    Promise.all(documents.map(({ _id }) => journal.get(_id))),
    Promise.all(documents.map(({ _id }) => rows.get(_id))),
    metaIn(tx, 'order'),
  ]);
  let order = lastOrder ?? 0;
  const entries = documents.map((body, index): JournalEntry => {
    const unsent = held[index];
    return {
      id: body._id,
      act: unsent?.act ?? act,
      acts: [...(unsent?.acts ?? []), act],
      order: unsent?.order ?? (order += 1),
      savedAt: unsent?.savedAt ?? savedAt,
      body,
      ...nextRevision(unsent, stored[index]?.serverRev, random),
    };
  });
  putAll(tx, 'journal', entries);
  await putMeta(tx, 'order', order);
  return { entries, stored: new Map(documents.map(({ _id }, index) => [_id, stored[index]])) };
}
