import { LiveFeed } from './reading/live-feed.ts';
import type { LiveParts } from './reading/live-parts.ts';
import type { SyncOptions, Workshop } from './sync-parts.ts';
import { Timelines } from './timelines.ts';
import { FinishedWrites } from './writing/finished-writes.ts';
import { WriteQueue } from './writing/write-queue.ts';

/** A phone that comes back within this time finds what the process remembers. */
const defaultIdleMs = 10 * 60_000;
/** More than the embedded store holds open; one costs some 100 KB. */
const defaultMaxOpen = 1000;
const sweepMs = 60_000;

interface Held {
  readonly workshop: Promise<Workshop>;
  opened: Workshop | undefined;
  usedAt: number;
}

interface WorkshopLimits {
  readonly idleMs?: number;
  readonly maxOpen?: number;
}

/** The workshops that this process has to do with at the moment; ten thousand others cost nothing. */
export class Workshops {
  readonly #options: SyncOptions;
  readonly #live: LiveParts;
  readonly #idleMs: number;
  readonly #maxOpen: number;
  // Insertion order is the order of last use.
  readonly #held = new Map<string, Held>();
  readonly #onOpen: ((workshop: Workshop) => void)[] = [];
  readonly #onUse: ((workshop: Workshop) => void)[] = [];
  #sweep: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(options: SyncOptions, live: LiveParts, limits: WorkshopLimits = {}) {
    this.#options = options;
    this.#live = live;
    this.#idleMs = limits.idleMs ?? defaultIdleMs;
    this.#maxOpen = limits.maxOpen ?? defaultMaxOpen;
  }

  get count(): number {
    return this.#held.size;
  }

  async of(id: string): Promise<Workshop> {
    const held = this.#held.get(id) ?? this.#open(id);
    held.usedAt = this.#options.now();
    this.#held.delete(id);
    this.#held.set(id, held);
    const workshop = await held.workshop;
    workshop.feed.used();
    for (const callback of this.#onUse) callback(workshop);
    return workshop;
  }

  /**
   * Calls back with every workshop that this process takes up, before anybody uses it; again when it was released and
   * is taken up anew. `workshop.feed.listen` is then the place to hear of every row.
   */
  onOpen(callback: (workshop: Workshop) => void): void {
    this.#onOpen.push(callback);
  }

  /** Calls back at each request for a workshop: what it writes is told by no feed unless one runs for somebody. */
  onUse(callback: (workshop: Workshop) => void): void {
    this.#onUse.push(callback);
  }

  /** Ends every waiting reader; the answers that they get say where they stand. */
  async close(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#sweep);
    const all = await Promise.allSettled([...this.#held.values()].map((held) => held.workshop));
    for (const result of all) if (result.status === 'fulfilled') result.value.feed.close();
  }

  #open(id: string): Held {
    this.#sweep ??= setInterval(() => this.release(), sweepMs).unref();
    this.release();
    const held: Held = { workshop: this.#start(id), opened: undefined, usedAt: 0 };
    held.workshop.then(
      (workshop) => (held.opened = workshop),
      () => this.#held.get(id) === held && this.#held.delete(id),
    );
    return held;
  }

  /**
   * Lets go of what is idle or too much, least recently used first. Whoever still holds a released one may use it on: it
   * is only handles and caches.
   */
  release(): void {
    const now = this.#options.now();
    for (const [id, { opened, usedAt }] of this.#held) {
      const isIdle = Math.abs(now - usedAt) > this.#idleMs;
      if (!isIdle && this.#held.size < this.#maxOpen) return;
      if (!opened || opened.feed.waiting > 0) continue;
      this.#held.delete(id);
      opened.feed.rest();
    }
  }

  async #start(id: string): Promise<Workshop> {
    const documents = await this.#options.documentsOf(id);
    const { store } = documents;
    const timelines = new Timelines(store, this.#options.now);
    // Before anybody reads or writes, and on a timeline of its own.
    await timelines.state();
    await this.#options.erasures?.replay(id, store);
    const { clock, metrics } = this.#live;
    const feed = new LiveFeed(store, timelines, { clock, running: (by) => metrics.activeFeeds.inc(by) });
    if (this.#ended) feed.close();
    const [writes, finished] = [new WriteQueue(), new FinishedWrites()];
    const workshop: Workshop = { id, store, documents, timelines, feed, writes, finished };
    for (const callback of this.#onOpen) callback(workshop);
    return workshop;
  }
}
