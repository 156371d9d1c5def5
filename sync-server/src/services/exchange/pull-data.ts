import { typeNamed, typeOf, type AnyDocument, type DataAnswer, type DataQuery } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { StoredDocument } from '#src/store/document-store.ts';
import { readChangesAnswer } from '#src/sync/reading/changes-answer.ts';
import { readIds, type IdsPlace } from '#src/sync/reading/read-ids.ts';
import { isReadable } from '#src/sync/reading/readable.ts';
import { formatSeq, parseSeq } from '#src/sync/reading/wire-seq.ts';
import type { SyncSession } from '#src/sync/sync-session.ts';
import { bodyOf } from '#src/sync/writing/revisions.ts';
import { listingIn, listingSince, type Listing } from './listing.ts';

const usualLimit = 100;
const maxLimit = 500;
/** Of documents of other types, looked through for one answer. */
const idsPerRead = 2000;
const maxReads = 5;
const maxMs = 300;

type Answer = Omit<DataAnswer, 'items' | 'removed'> & {
  readonly items: readonly AnyDocument[];
  readonly removed: readonly string[];
};

/**
 * The documents of one type for clients that do not speak the replication protocol: first all there are, newest first,
 * from the index of what the person may read; then what has changed since that began. The rights are those of `/sync`.
 */
export async function pullData(session: SyncSession, type: string, query: DataQuery): Promise<Answer> {
  if (typeNamed(type) === undefined) throw new AppError('not_found', 'There is no such type of documents.');
  const limit = Math.min(query.limit ?? usualLimit, maxLimit);
  if (query.since === undefined) return listed(session, type, limit, await beginning(session));
  const listing = listingIn(query.since);
  if (listing === undefined) return changed(session, type, limit, query.since);
  // Other rights, another list: what was read so far is of no use to whoever reads on.
  if (parseSeq(listing.seq)?.view === session.view) return listed(session, type, limit, listing);
  return { ...(await listed(session, type, limit, await beginning(session))), restarted: true };
}

/** Before anything is read: what is written from here on comes as a change. */
async function beginning({ workshop, view }: SyncSession): Promise<Listing> {
  const { info, current } = await workshop.timelines.state();
  return { seq: formatSeq({ view, timeline: current.id, storeSeq: info.updateSeq }), place: undefined };
}

async function listed(
  session: SyncSession,
  type: string,
  limit: number,
  { seq, place: from }: Listing,
): Promise<Answer> {
  const { store, keys } = session;
  const ids: string[] = [];
  let place = from;
  for (let reads = 0; reads < maxReads && ids.length < limit; reads += 1) {
    const page = await readTyped(session, type, { after: place, room: limit - ids.length });
    ids.push(...page.ids);
    place = page.last;
    if (place === undefined) break;
  }
  const found = ids.length === 0 ? [] : await store.allDocs({ keys: ids });
  const items = found.filter((document) => isReadable(keys, document)).map(withRev);
  if (place !== undefined) return { items, removed: [], since: listingSince({ seq, place }), more: true };
  // Whatever was written since the listing began is still to come.
  return { items, removed: [], since: seq, more: (await beginning(session)).seq !== seq };
}

interface TypedPage {
  readonly ids: readonly string[];
  readonly last: IdsPlace | undefined;
}

/** The next ids of one type. Where there is no room for all that were found, a shorter page is read, for its own end. */
async function readTyped(
  { store, keys }: SyncSession,
  type: string,
  { after, room }: { readonly after: IdsPlace | undefined; readonly room: number },
): Promise<TypedPage> {
  const isWanted = ({ id }: { readonly id: string }): boolean => typeOf(id) === type;
  const read = async (limit: number) => readIds(store, keys, { after, limit });
  const long = await read(idsPerRead);
  const wanted = long.rows.filter(isWanted);
  const lastWithRoom = wanted[room - 1];
  const isTooLong = lastWithRoom !== undefined && wanted.length > room;
  const { rows, last } = isTooLong ? await read(long.rows.indexOf(lastWithRoom) + 1) : long;
  return { ids: rows.filter(isWanted).map(({ id }) => id), last };
}

const withRev = (stored: StoredDocument): AnyDocument => ({ ...bodyOf(stored), _rev: stored._rev });

async function changed(session: SyncSession, type: string, limit: number, since: string): Promise<Answer> {
  const startedAt = performance.now();
  const items = new Map<string, AnyDocument>();
  const removed = new Set<string>();
  let [place, pending, restarted] = [since, 1, false];
  while (pending > 0 && items.size + removed.size < limit && performance.now() - startedAt < maxMs) {
    const room = limit - items.size - removed.size;
    const page = await readChangesAnswer(session, { ...reading, limit: room }, place);
    // What was read of the former feed is of no use beside the new one; this is the first page of that.
    restarted ||= page.restarted === true;
    for (const row of page.results.filter(({ id }) => typeOf(id) === type)) {
      items.delete(row.id);
      removed.delete(row.id);
      if (row.deleted === true) removed.add(row.id);
      else items.set(row.id, withRev(row.doc as StoredDocument));
    }
    [place, pending] = [page.last_seq, page.pending];
  }
  return {
    items: [...items.values()],
    removed: [...removed],
    since: place,
    more: pending > 0,
    ...(restarted ? { restarted: true } : {}),
  };
}

const reading = {
  since: '0',
  limit: usualLimit,
  isWhole: false,
  feed: 'normal',
  allLeaves: false,
  includeDocs: true,
  revs: false,
  timeoutMs: undefined,
  heartbeatMs: undefined,
} as const;
