import { randomBytes } from 'node:crypto';
import type { DocumentStore, StoredDocument, StoreInfo } from '#src/store/document-store.ts';
import { stateOf, type FeedState } from './feed-state.ts';
import { withoutUnused, type Timeline } from './kept-timelines.ts';

const documentId = 'timelines:self';
const dayMs = 24 * 3_600_000;
const maxAttempts = 20;
/** Where no feed tells of other processes' openings, they are looked for this often. */
const unfollowedMs = 2000;

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

const listOf = (document: StoredDocument): readonly Timeline[] =>
  (document['list'] ?? []) as readonly Timeline[];
