import type { AnyDocument } from '@revops/domain';
import { metaIn, putMeta } from '../database/meta.ts';
import { reading, type DeviceDatabase } from '../database/open.ts';
import { putAll } from '../database/put-all.ts';
import type { JournalEntry, ReadTx, Row, WriteTx } from '../database/schema.ts';
import { nextRevision } from './revisions.ts';

/** Entries to send, in order of first save; at most what one request may carry. `after`: the order of the last known. */
export const journalBatch = (db: DeviceDatabase, limit = 200, after = 0): Promise<JournalEntry[]> =>
  reading(db, (tx) =>
    tx.objectStore('journal').index('order').getAll(IDBKeyRange.lowerBound(after, true), limit),
  );

/** How many documents wait. */
export const journalCount = (db: DeviceDatabase): Promise<number> =>
  reading(db, (tx) => tx.objectStore('journal').count());

export interface JournalWrite {
  readonly act: string;
  readonly savedAt: string;
  readonly documents: readonly AnyDocument[];
  readonly random: (count: number) => Uint8Array;
}

/** More ids than this are not worth reading to save a few questions. */
const MANY = 200;

/** What waits, by id, in one request; undefined when it is too much. */
export async function waitingIds(tx: ReadTx | WriteTx): Promise<ReadonlySet<string> | undefined> {
  const ids = await (tx as ReadTx).objectStore('journal').getAllKeys(null, MANY);
  return ids.length < MANY ? new Set(ids) : undefined;
}

/** What the writer knows of the documents already; each question less is a wait for another process less. */
export interface KnownBefore {
  /** Rows it has read; those that have to be read here are added. */
  readonly known: Map<string, Row | undefined>;
  /** Ids that it has just made. */
  readonly fresh: ReadonlySet<string>;
  readonly waiting: ReadonlySet<string> | undefined;
}

async function learn(tx: WriteTx, ids: readonly string[], { known, fresh }: KnownBefore): Promise<void> {
  const store = tx.objectStore('rows');
  const unread = ids.filter((id) => !known.has(id) && !fresh.has(id));
  const rows = await Promise.all(unread.map((id) => store.get(id)));
  for (const [index, id] of unread.entries()) known.set(id, rows[index]);
  for (const id of fresh) known.set(id, undefined);
}

/** Puts the documents of one act into the journal, each with its revision fixed; an unsent one is replaced. */
export async function putInJournal(
  tx: WriteTx,
  { act, savedAt, documents, random }: JournalWrite,
  before: KnownBefore,
): Promise<JournalEntry[]> {
  const journal = tx.objectStore('journal');
  const ids = documents.map(({ _id }) => _id);
  const mayWait = ids.filter((id) => !before.fresh.has(id) && before.waiting?.has(id) !== false);
  // Asked together: each wait is one for another process, and a person waits for their sum.
  const [held, lastOrder] = await Promise.all([
    Promise.all(mayWait.map((id) => journal.get(id))),
    metaIn(tx, 'order'),
    learn(tx, ids, before),
  ]);
  const unsentOf = new Map(held.map((entry) => [entry?.id, entry]));
  let order = lastOrder ?? 0;
  const entries = documents.map((body): JournalEntry => {
    const unsent = unsentOf.get(body._id);
    return {
      id: body._id,
      act: unsent?.act ?? act,
      acts: [...(unsent?.acts ?? []), act],
      order: unsent?.order ?? (order += 1),
      savedAt: unsent?.savedAt ?? savedAt,
      body,
      ...nextRevision(unsent, before.known.get(body._id)?.serverRev, random),
    };
  });
  putAll(tx, 'journal', entries);
  await putMeta(tx, 'order', order);
  return entries;
}
