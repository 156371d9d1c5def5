import type { ChangesRow, DocumentStore } from '#src/store/document-store.ts';
import type { Timelines } from '../timelines.ts';
import type { LiveClock } from './live-clock.ts';
import { LiveReads } from './live-reads.ts';
import { LiveRing, type Position, type RingRow } from './live-ring.ts';
import { Upstream } from './live-upstream.ts';
import { Waiters, type Waiter } from './live-waiters.ts';
import type { Keys } from './readable.ts';

/**
 * How far a device has counted is written before what it sends: readers who were woken for it at once would be on their
 * way back when the entries themselves come. So it waits for them, and for this long where none come.
 */
const heardLaterMs = 1000;

const tellsOfDevice = ({ id }: RingRow): boolean => id.startsWith('device:');

/**
 * Hears every row of the store's feed in feed order, with its document and every leaf's revision, while the workshop is
 * active. It must not throw; what it does at length it does by itself, because the feed does not wait for it.
 */
export type FeedListener = (rows: readonly ChangesRow[]) => void;

/** A place in the rows that this process remembers. */
export interface Place {
  readonly ring: LiveRing;
  readonly at: Position;
}

export interface LiveRows {
  readonly rows: readonly RingRow[];
  /** How far was looked, past rows of others too. */
  readonly end: Place;
  readonly lastSeq: string;
}

export interface LiveFeedOptions {
  readonly clock: LiveClock;
  /** Kept over the moment between two long-polls of the same phone. */
  readonly idleMs?: number;
  readonly mendMs?: number;
  /** Told of each upstream feed that begins (1) or ends (-1). */
  readonly running?: (by: 1 | -1) => void;
}

/** One upstream feed for all waiting readers of a workshop; a workshop nobody waits for costs none. */
export class LiveFeed {
  readonly reads: LiveReads;
  readonly #upstream: Upstream;
  readonly #timelines: Timelines;
  readonly #waiters: Waiters;
  readonly #clock: LiveClock;
  readonly #listeners = new Set<FeedListener>();
  readonly #idleMs: number;
  #ring: LiveRing | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(store: DocumentStore, timelines: Timelines, options: LiveFeedOptions) {
    const { clock, idleMs = 60_000, mendMs = 250, running = () => undefined } = options;
    const events = {
      rows: (rows: readonly ChangesRow[]) => this.#tell(rows),
      anew: (start: string) => this.#beginRing(start),
      running,
    };
    this.reads = new LiveReads(store);
    this.#timelines = timelines;
    this.#upstream = new Upstream(store, timelines, events, mendMs);
    this.#waiters = new Waiters(clock);
    this.#clock = clock;
    this.#idleMs = idleMs;
  }

  get waiting(): number {
    return this.#waiters.size;
  }

  get isRunning(): boolean {
    return this.#upstream.isRunning;
  }

  get isOrdered(): boolean {
    return this.#upstream.isOrdered;
  }

  /** Watching has begun when this resolves: what is written later wakes the waiter, what was before can be read. */
  async join(keys: Keys): Promise<Waiter> {
    const waiter = this.#waiters.add(keys);
    clearTimeout(this.#idle);
    if (this.#closed) {
      waiter.tell('ended');
      return waiter;
    }
    try {
      await this.#upstream.wake();
    } catch (error) {
      this.leave(waiter);
      throw error;
    }
    return waiter;
  }

  rekey(waiter: Waiter, keys: Keys): void {
    this.#waiters.rekey(waiter, keys);
  }

  leave(waiter: Waiter): void {
    this.#waiters.remove(waiter);
    if (this.#waiters.size === 0) this.#sleepLater();
  }

  /**
   * The listener does not keep the feed open, and what was written before this process took the workshop up is not
   * told: read that from an own place. Afterwards every row is told once, also over sleep and breaks; only where the
   * store itself was put back does telling begin anew.
   */
  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Makes the workshop active for a while: what is written from now on is told to the listeners. */
  async wake(): Promise<void> {
    this.leave(await this.join([]));
  }

  /** Any request for this workshop keeps a feed that runs a while longer; none is begun for it. */
  used(): void {
    if (this.isRunning && this.#waiters.size === 0) this.#idle?.refresh();
  }

  /** The place after exactly this row, where it is remembered and the feed runs. */
  find(storeSeq: string): Place | undefined {
    const at = this.isRunning ? this.#ring?.positionOf(storeSeq) : undefined;
    return this.#ring && at !== undefined ? { ring: this.#ring, at } : undefined;
  }

  /**
   * The newest place: whoever reads the store now reads all that came before it. Not so on a cluster, where another copy
   * may still lack it; there only the exact text of a seq is a place.
   */
  mark(): Place | undefined {
    return this.#ring && this.isOrdered ? { ring: this.#ring, at: this.#ring.end } : undefined;
  }

  /** Undefined where the rows after this place are no longer remembered. */
  after({ ring, at }: Place, keys: Keys, limit: number): LiveRows | undefined {
    if (ring !== this.#ring || !ring.holds(at)) return undefined;
    const { rows, end } = ring.after(at, keys, limit);
    return { rows, end: { ring, at: end }, lastSeq: ring.seqAt(end) };
  }

  /** Costs nothing until somebody comes again. */
  rest(): void {
    clearTimeout(this.#idle);
    this.#upstream.sleep();
  }

  /** Ends every waiting reader for good. */
  close(): void {
    this.#closed = true;
    this.rest();
    this.#waiters.tellAll('ended');
  }

  #tell(rows: readonly ChangesRow[]): void {
    const entries = rows.map((row) => {
      if (row.doc) this.#timelines.heard(row.doc);
      return this.#ring?.push(row);
    });
    this.#wakeFor(entries.filter((entry) => entry !== undefined));
    // After the readers, so that nothing that goes wrong here costs them a row.
    for (const listener of this.#listeners) listener(rows);
  }

  #wakeFor(rows: readonly RingRow[]): void {
    this.#waiters.wakeFor(rows.filter((row) => !tellsOfDevice(row)));
    const later = rows.filter(tellsOfDevice);
    if (later.length > 0) this.#clock.after(heardLaterMs, () => this.#waiters.wakeFor(later));
  }

  /** Whoever waits reads again from the own place: this process cannot say what was missed. */
  #beginRing(start: string): void {
    const isFirst = this.#ring === undefined;
    this.#ring = new LiveRing(start);
    if (!isFirst) this.#waiters.tellAll('rows');
  }

  #sleepLater(): void {
    clearTimeout(this.#idle);
    if (!this.#closed) this.#idle = setTimeout(() => this.rest(), this.#idleMs).unref();
  }
}
