import type { ChangesRow, DocumentStore, StoredDocument, Watch } from '#src/store/document-store.ts';

/**
 * Hears every row of the store's feed in feed order, with its document and every leaf's revision, while the workshop is
 * active. It must not throw; what it does at length it does by itself, because the feed does not wait for it.
 */
export type FeedListener = (rows: readonly ChangesRow[]) => void;

export type Woken = 'rows' | 'timeout' | 'closed' | 'ended';

/** Kept over the moment between two long-polls of the same phone. */
const idleMs = 60_000;

/** One reader that waits for a document it may see. */
export class Waiter {
  readonly #wants: (document: StoredDocument) => boolean;
  readonly #leave: (waiter: Waiter) => void;
  #told: Woken | undefined;
  #wake: ((how: Woken) => void) | undefined;

  constructor(wants: (document: StoredDocument) => boolean, leave: (waiter: Waiter) => void) {
    this.#wants = wants;
    this.#leave = leave;
  }

  offer(rows: readonly ChangesRow[]): void {
    if (rows.some((row) => row.doc !== undefined && this.#wants(row.doc))) this.tell('rows');
  }

  /** Remembered until the next wait, so that a row between reading and waiting is not missed. */
  tell(how: Woken): void {
    if (this.#told !== 'ended' && this.#told !== 'closed') this.#told = how;
    this.#wake?.(how);
  }

  async wait(timeoutMs: number): Promise<Woken> {
    const how = this.#told ?? (await this.#next(timeoutMs));
    if (how === 'rows') this.#told = undefined;
    return how;
  }

  stop(): void {
    this.#leave(this);
  }

  async #next(timeoutMs: number): Promise<Woken> {
    let timer: NodeJS.Timeout | undefined;
    const woken = new Promise<Woken>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(() => resolve('timeout'), Math.max(0, timeoutMs));
    });
    try {
      return await woken;
    } finally {
      clearTimeout(timer);
      this.#wake = undefined;
    }
  }
}

/** One upstream feed for all waiting readers of a workshop; a workshop nobody waits for costs none. */
export class LiveFeed {
  readonly #store: DocumentStore;
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<FeedListener>();
  #watch: Promise<Watch> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Watching has begun when this resolves: what is written later wakes the waiter, what was before can be read. */
  async join(wants: (document: StoredDocument) => boolean): Promise<Waiter> {
    const waiter = new Waiter(wants, (left) => this.#left(left));
    this.#waiters.add(waiter);
    clearTimeout(this.#idle);
    if (this.#closed) waiter.tell('ended');
    else {
      try {
        await (this.#watch ??= this.#start());
      } catch (error) {
        this.#watch = undefined;
        this.#waiters.delete(waiter);
        throw error;
      }
    }
    return waiter;
  }

  /**
   * The listener does not keep the feed open, and what was written while the workshop slept in another life of this
   * process is not told: read that from an own place. Within one life a feed that woke or broke tells every row.
   */
  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Makes the workshop active: what is written from now on is told to the listeners. */
  async wake(): Promise<void> {
    (await this.join(() => false)).stop();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
    this.#stopWatching();
    for (const waiter of this.#waiters) waiter.tell('ended');
  }

  async #start(): Promise<Watch> {
    const { updateSeq } = await this.#store.info();
    return this.#store.watch(updateSeq, {
      rows: (rows) => {
        for (const listener of this.#listeners) listener(rows);
        for (const waiter of this.#waiters) waiter.offer(rows);
      },
      broken: () => this.#broken(),
    });
  }

  /** Whoever waits reads again from the own place and so starts the next feed without missing a row. */
  #broken(): void {
    this.#watch = undefined;
    for (const waiter of this.#waiters) waiter.tell('ended');
  }

  #left(waiter: Waiter): void {
    this.#waiters.delete(waiter);
    if (this.#waiters.size > 0) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stopWatching(), idleMs);
    this.#idle.unref();
  }

  #stopWatching(): void {
    const watch = this.#watch;
    this.#watch = undefined;
    void watch?.then(
      (started) => started.stop(),
      () => undefined,
    );
  }
}
