import type { ChangesRow, StoredDocument } from '#src/store/document-store.ts';
import type { SyncSession } from '../sync-session.ts';
import { toWire, type ChangesAnswer } from './changes-answer.ts';
import type { ChangesQuery } from './changes-query.ts';
import { documentSize } from './document-size.ts';
import type { Place } from './live-feed.ts';
import type { RingRow } from './live-ring.ts';
import { visibleLeaves } from './visible-leaves.ts';
import { formatSeq, parseSeq } from './wire-seq.ts';

/** As many as are read from the store at once; the next answer goes on from there. */
const maxRows = 100;
const maxBytes = 4 * 1024 * 1024;

interface LiveAnswer {
  readonly answer: ChangesAnswer;
  readonly end: Place;
}

/** The place of a reader among the remembered rows; undefined where only the store can answer. */
export function livePlace(
  session: SyncSession,
  since: string,
  reached: Place | undefined,
): Place | undefined {
  const seq = parseSeq(since);
  const { feed, timelines } = session.workshop;
  if (seq?.view !== session.view || seq.timeline !== timelines.currentId) return undefined;
  return feed.find(seq.storeSeq) ?? reached;
}

/**
 * What the remembered rows after a place mean for this person. The ring only says which documents to look at; revisions,
 * rights and bodies are the store's of this moment. Undefined where the rows are no longer remembered.
 */
export async function readLiveAnswer(
  session: SyncSession,
  query: ChangesQuery,
  place: Place,
): Promise<LiveAnswer | undefined> {
  const { feed, timelines } = session.workshop;
  const limit = Math.min(query.limit, maxRows);
  const timeline = timelines.currentId;
  const results: ChangesAnswer['results'][number][] = [];
  for (let from = place; ;) {
    const found = feed.after(from, session.keys, limit);
    if (found === undefined || timeline === undefined) return undefined;
    const wire = (storeSeq: string): string => formatSeq({ view: session.view, timeline, storeSeq });
    const rows = await rowsOf(session, found.rows, query.revs);
    const fitting = query.includeDocs ? within(rows, maxBytes) : rows;
    results.push(...fitting.map((row) => toWire(row, wire(row.seq), query)));
    const isCut = fitting.length < rows.length;
    const end = isCut ? feed.find(fitting.at(-1)?.seq ?? '') : found.end;
    if (end === undefined) return undefined;
    const lastSeq = isCut ? (fitting.at(-1)?.seq ?? '') : found.lastSeq;
    const pending = end.ring.end - end.at;
    // Never an empty page while more is pending: PouchDB takes that for the end.
    if (results.length > 0 || pending === 0)
      return { answer: { results, last_seq: wire(lastSeq), pending }, end };
    from = end;
  }
}

async function rowsOf(
  session: SyncSession,
  rows: readonly RingRow[],
  revs: boolean,
): Promise<readonly ChangesRow[]> {
  if (rows.length === 0) return [];
  const leaves = await session.workshop.feed.reads.leavesOf(rows.map((row) => row.id));
  return rows.flatMap((row) => {
    const [winner, ...others] = visibleLeaves(session.keys, leaves.get(row.id) ?? []);
    return winner ? [rowOf(row, revs ? winner : withoutAncestry(winner), others)] : [];
  });
}

const withoutAncestry = ({ _revisions, ...doc }: StoredDocument): StoredDocument => doc;

function rowOf({ seq, id }: RingRow, doc: StoredDocument, others: readonly StoredDocument[]): ChangesRow {
  const leaves = [doc, ...others].map((leaf) => leaf._rev);
  return { seq, id, rev: doc._rev, deleted: doc._deleted === true, leaves, doc };
}

function within(rows: readonly ChangesRow[], bytes: number): readonly ChangesRow[] {
  let left = bytes;
  return rows.filter((row) => {
    const fits = left > 0;
    left -= documentSize(row.doc);
    return fits;
  });
}
