import type { ChangesRow } from '#src/store/document-store.ts';
import { isStillGood, type FeedState } from '../feed-state.ts';
import type { SyncSession } from '../sync-session.ts';
import type { ChangesQuery } from './changes-query.ts';
import { readPage } from './read-page.ts';
import { formatSeq, parseSeq } from './wire-seq.ts';

/** One page as CouchDB words it. `restarted`: the place was no good, reading began anew. */
export interface ChangesAnswer {
  readonly results: readonly WireRow[];
  readonly last_seq: string;
  readonly pending: number;
  readonly restarted?: true;
}

export interface WireRow {
  readonly seq: string;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: true;
  readonly doc?: unknown;
}

interface Place {
  readonly storeSeq: string;
  readonly restarted: boolean;
}

function placeOf(session: SyncSession, state: FeedState, since: string): Place {
  if (since === '0') return { storeSeq: '0', restarted: false };
  if (since === 'now') return { storeSeq: state.info.updateSeq, restarted: false };
  const seq = parseSeq(since);
  const good = seq?.view === session.view && isStillGood(state, seq.timeline, seq.storeSeq);
  return good && seq ? { storeSeq: seq.storeSeq, restarted: false } : { storeSeq: '0', restarted: true };
}

/** The next page of this person's feed, read from the store with the rights of this moment. */
export async function readChangesAnswer(
  session: SyncSession,
  query: ChangesQuery,
  since: string,
  tell: (rows: readonly WireRow[]) => void = () => undefined,
): Promise<ChangesAnswer> {
  const { timelines } = session.workshop;
  const state = await timelines.state();
  const place = placeOf(session, state, since);
  const { store, keys, view } = session;
  const wire = (storeSeq: string): string => formatSeq({ view, timeline: state.current.id, storeSeq });
  // The store's feed knows no ancestry, and a body without it would have to be fetched once more.
  const worded = { ...query, includeDocs: query.includeDocs && !query.revs };
  const results: WireRow[] = [];
  const page = await readPage(store, { since: place.storeSeq, limit: query.limit, keys }, (rows) => {
    const part = rows.map((row) => toWire(row, wire(row.seq), worded));
    results.push(...part);
    tell(part);
  });
  await timelines.used(parseSeq(since)?.timeline ?? state.current.id);
  const { filler } = page;
  return {
    results: filler ? [toWire(filler, wire(filler.seq), worded)] : results,
    last_seq: wire(page.lastSeq),
    pending: page.pending,
    ...(place.restarted ? { restarted: true as const } : {}),
  };
}

export function toWire(row: ChangesRow, seq: string, query: ChangesQuery): WireRow {
  const leaves = query.allLeaves ? row.leaves : [row.rev];
  return {
    seq,
    id: row.id,
    changes: leaves.map((rev) => ({ rev })),
    ...(row.deleted ? { deleted: true as const } : {}),
    ...(query.includeDocs ? { doc: row.doc } : {}),
  };
}
