import { randomBytes } from 'node:crypto';
import { seqNumber, type DocumentStore, type StoreInfo } from '#src/store/document-store.ts';

/** One stretch of the store's feed; within it numbers only rise. */
export interface Timeline {
  readonly id: string;
  readonly opening: string;
  /** Where the feed stood when it began. */
  readonly begins: string;
  readonly usedAt: string;
}

const documentId = 'timelines:self';
const dayMs = 24 * 3_600_000;
const keptMs = 90 * dayMs;
const maxAttempts = 20;

/** The feed as it stands now: where it is, and the timelines that led here, oldest first and never empty. */
export interface FeedState {
  readonly info: StoreInfo;
  readonly timelines: readonly Timeline[];
  readonly current: Timeline;
  readonly first: Timeline;
}

interface Known {
  readonly opening: string;
  list: readonly Timeline[];
}

/**
 * The list of timelines of one workshop, kept in its own database: whatever puts the files back puts this list back
 * too, so that a place beyond what the files know is recognised.
 */
export class Timelines {
  readonly #store: DocumentStore;
  readonly #now: () => number;
  #known: Known | undefined;

  constructor(store: DocumentStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async state(): Promise<FeedState> {
    const info = await this.#store.info();
    if (this.#known?.opening !== info.opening) {
      const list = await this.#change((list) => this.#opened(list, info));
      this.#known = { opening: info.opening, list };
    }
    const timelines = this.#known.list;
    const [first, current] = [timelines[0], timelines.at(-1)];
    if (!first || !current) throw new Error('a workshop always has a timeline');
    return { info, timelines, current, first };
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

  #opened(list: readonly Timeline[], info: StoreInfo): readonly Timeline[] {
    if (list.at(-1)?.opening === info.opening) return list;
    const now = this.#now();
    const kept = list.filter((entry, index) => index === 0 || now - Date.parse(entry.usedAt) < keptMs);
    const usedAt = new Date(now).toISOString();
    const id = randomBytes(6).toString('hex');
    return [...kept, { id, opening: info.opening, begins: info.openedAtSeq, usedAt }];
  }

  async #change(change: (list: readonly Timeline[]) => readonly Timeline[]): Promise<readonly Timeline[]> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const doc = await this.#store.get(documentId);
      const before = (doc?.['list'] ?? []) as readonly Timeline[];
      const after = change(before);
      if (after === before) return before;
      const rev = doc === undefined ? {} : { _rev: doc._rev };
      const body = { _id: documentId, ...rev, type: 'timelines', list: after };
      if ((await this.#store.put(body)).outcome !== 'conflict') return after;
    }
    throw new Error('the list of timelines changes too fast');
  }
}

/**
 * Whether a place on a timeline is still good: it lies on a stretch that the present feed grew out of. A later timeline
 * that begins at or after it is adopted silently, so that an ordinary restart costs nothing.
 */
export function isStillGood(state: FeedState, timelineId: string, storeSeq: string): boolean {
  const index = state.timelines.findIndex((entry) => entry.id === timelineId);
  if (index === -1) return false;
  const place = seqNumber(storeSeq);
  if (place > seqNumber(state.info.updateSeq)) return false;
  return state.timelines.slice(index + 1).every((later) => seqNumber(later.begins) >= place);
}
