import { randomBytes } from 'node:crypto';
import {
  seqNumber,
  type DocumentStore,
  type StoredDocument,
  type StoreInfo,
} from '#src/store/document-store.ts';

/** One stretch of the store's feed; within it numbers only rise. */
export interface Timeline {
  readonly id: string;
  readonly opening: string;
  /** Where the feed stood when it began. */
  readonly begins: string;
  readonly usedAt: string;
  /** Nothing was taken back before it: every place of the timelines before is as good as it was. */
  readonly follows?: true;
}

const documentId = 'timelines:self';
const dayMs = 24 * 3_600_000;
const keptMs = 90 * dayMs;
const maxAttempts = 20;
/** A store that is opened many times a day must not end with a list that takes longer to read than the feed. */
const maxKept = 300;
/** Where no feed tells of other processes' openings, they are looked for this often. */
const unfollowedMs = 2000;

/** The feed as it stands now: where it is, and the timelines that led here, oldest first and never empty. */
export interface FeedState {
  readonly info: StoreInfo;
  readonly timelines: readonly Timeline[];
  readonly current: Timeline;
  readonly first: Timeline;
}

interface Known {
  readonly opening: string;
  readonly readAt: number;
  list: readonly Timeline[];
}

/** A row that the feed has told, as proof of how much the store still holds. */
export interface Witness {
  readonly id: string;
  readonly rev: string;
}

/**
 * The list of timelines of one workshop, kept in its own database: whatever puts the files back puts this list back
 * too, so that a place beyond what the files know is recognised.
 */
export class Timelines {
  readonly #store: DocumentStore;
  readonly #now: () => number;
  #known: Known | undefined;
  #followed = false;

  constructor(store: DocumentStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The timeline that answers carry now, where it is known without asking the store. */
  get currentId(): string | undefined {
    return this.#followed ? this.#known?.list.at(-1)?.id : undefined;
  }

  async state(): Promise<FeedState> {
    const info = await this.#store.info();
    if (!this.#isFresh(info)) {
      const list = await this.#change((stored) => this.#opened(stored, info));
      return this.#know(info, list);
    }
    return stateOf(info, this.#known?.list ?? []);
  }

  /** The state with the list as it is stored now. */
  reread(): Promise<FeedState> {
    this.#known = undefined;
    return this.state();
  }

  /** While the workshop's feed runs it tells every change of the list, so the list need not be read again. */
  follow(isFollowed: boolean): void {
    this.#followed = isFollowed;
  }

  /** The list as the feed tells it: another process may have opened the store. */
  heard(document: StoredDocument): void {
    if (document._id === documentId && this.#known) this.#known.list = listOf(document);
  }

  /** The upstream feed broke, which had begun in this opening: if the store is still in it, nothing was put back. */
  async broke(opening: string | undefined): Promise<FeedState> {
    const info = await this.#store.info();
    const { updateSeq, openedAtSeq } = info;
    const list = await this.#change((stored) =>
      this.#appended(stored, {
        opening: info.opening,
        ...(info.opening === opening ? { begins: updateSeq, follows: true } : { begins: openedAtSeq }),
      }),
    );
    return this.#know(info, list);
  }

  /** An archive was brought back: its feed counts anew, so that no place of before is good. */
  async restored(): Promise<FeedState> {
    const info = await this.#store.info();
    const list = await this.#change((stored) =>
      this.#appended(stored, { opening: info.opening, begins: '0' }),
    );
    return this.#know(info, list);
  }

  /** Whether the store still knows what the feed told last. */
  async holds(last: Witness | undefined): Promise<boolean> {
    if (last === undefined) return false;
    return (await this.#store.missingRevisions({ [last.id]: [last.rev] })).size === 0;
  }

  /** Keeps a timeline that a device still stands on from being dropped; written at most once a day. */
  async used(id: string): Promise<void> {
    const now = this.#now();
    const timeline = this.#known?.list.find((entry) => entry.id === id);
    if (!timeline || !this.#known || now - Date.parse(timeline.usedAt) < dayMs) return;
    const usedAt = new Date(now).toISOString();
    this.#known.list = await this.#change((list) =>
      list.map((entry) => (entry.id === id ? { ...entry, usedAt } : entry)),
    );
  }

  #isFresh(info: StoreInfo): boolean {
    if (this.#known?.opening !== info.opening) return false;
    return this.#followed || Math.abs(this.#now() - this.#known.readAt) < unfollowedMs;
  }

  #know(info: StoreInfo, list: readonly Timeline[]): FeedState {
    this.#known = { opening: info.opening, readAt: this.#now(), list };
    return stateOf(info, list);
  }

  /** Several processes with openings of their own share one list: each enters once. */
  #opened(list: readonly Timeline[], info: StoreInfo): readonly Timeline[] {
    if (list.some((entry) => entry.opening === info.opening)) return list;
    return this.#appended(list, { opening: info.opening, begins: info.openedAtSeq });
  }

  #appended(list: readonly Timeline[], entry: Omit<Timeline, 'id' | 'usedAt'>): readonly Timeline[] {
    const id = randomBytes(6).toString('hex');
    const usedAt = new Date(this.#now()).toISOString();
    return withoutUnused([...list, { id, ...entry, usedAt }], this.#now());
  }

  async #change(change: (list: readonly Timeline[]) => readonly Timeline[]): Promise<readonly Timeline[]> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const doc = await this.#store.get(documentId);
      const before = doc ? listOf(doc) : [];
      const after = change(before);
      if (after === before) return before;
      const rev = doc === undefined ? {} : { _rev: doc._rev };
      const body = { _id: documentId, ...rev, type: 'timelines', list: after };
      if ((await this.#store.put(body)).outcome !== 'conflict') return after;
    }
    throw new Error('the list of timelines changes too fast');
  }
}

function stateOf(info: StoreInfo, timelines: readonly Timeline[]): FeedState {
  const [first, current] = [timelines[0], timelines.at(-1)];
  if (!first || !current) throw new Error('a workshop always has a timeline');
  return { info, timelines, current, first };
}

const listOf = (document: StoredDocument): readonly Timeline[] =>
  (document['list'] ?? []) as readonly Timeline[];

/**
 * Never drops the first and the newest. What a dropped one forbade to places before it, its successor goes on
 * forbidding: else a place from before a restore would come to be good again.
 */
function withoutUnused(list: readonly Timeline[], now: number): readonly Timeline[] {
  const recent = list.map((entry) => Date.parse(entry.usedAt)).sort((a, b) => b - a);
  const since = Math.max(now - keptMs, recent[maxKept - 1] ?? Number.NEGATIVE_INFINITY);
  const kept: Timeline[] = [];
  let floor: string | undefined;
  for (const [index, entry] of list.entries()) {
    const isKept = index === 0 || index === list.length - 1 || Date.parse(entry.usedAt) > since;
    const bounded = boundedBy(floor, entry);
    if (isKept) kept.push(bounded);
    floor = isKept || bounded.follows ? undefined : bounded.begins;
  }
  return kept;
}

function boundedBy(floor: string | undefined, entry: Timeline): Timeline {
  if (floor === undefined) return entry;
  const { follows, ...bounded } = entry;
  const isLower = follows || seqNumber(floor) < seqNumber(entry.begins);
  return { ...bounded, begins: isLower ? floor : entry.begins };
}

/**
 * Whether a place on a timeline is still good: it lies on a stretch that the present feed grew out of. A later timeline
 * that begins at or after it is adopted silently, so that an ordinary restart costs nothing.
 */
export function isStillGood(state: FeedState, timelineId: string, storeSeq: string): boolean {
  const index = state.timelines.findIndex((entry) => entry.id === timelineId);
  if (index === -1) return false;
  const { comparable, updateSeq } = state.info;
  const place = seqNumber(storeSeq);
  if (comparable && place > seqNumber(updateSeq)) return false;
  const later = state.timelines.slice(index + 1);
  return later.every((entry) => entry.follows || (comparable && seqNumber(entry.begins) >= place));
}
