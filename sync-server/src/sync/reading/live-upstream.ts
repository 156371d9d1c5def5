import type { ChangesRow, DocumentStore, Watch } from '#src/store/document-store.ts';
import type { Timelines, Witness } from '../timelines.ts';

interface Events {
  rows(rows: readonly ChangesRow[]): void;
  /** Reading begins anew after this place: rows may be missing before it. */
  anew(start: string): void;
  running(by: 1 | -1): void;
}

const longestMendMs = 10_000;

/**
 * The one feed that this process holds of a workshop's database. It sleeps while nobody waits, goes on from where it
 * was, and mends itself when it breaks, telling no row twice and leaving none out.
 */
export class Upstream {
  readonly #store: DocumentStore;
  readonly #timelines: Timelines;
  readonly #events: Events;
  readonly #mendMs: number;
  #watch: Watch | undefined;
  #starting: Promise<void> | undefined;
  #at: string | undefined;
  #opening: string | undefined;
  #isOrdered = false;
  #last: Witness | undefined;
  /** A broken feed enters its timeline before it tells anything more, also when it slept in between. */
  #isBroken = false;
  #isWanted = false;
  #mending: NodeJS.Timeout | undefined;

  constructor(store: DocumentStore, timelines: Timelines, events: Events, mendMs: number) {
    this.#store = store;
    this.#timelines = timelines;
    this.#events = events;
    this.#mendMs = mendMs;
  }

  get isRunning(): boolean {
    return this.#watch !== undefined;
  }

  /** Whether every reader of the store sees rows in this order; the copies of a cluster each have their own. */
  get isOrdered(): boolean {
    return this.#isOrdered;
  }

  /** When it resolves, rows written from now on will be told; a feed that is being mended tells them later. */
  async wake(): Promise<void> {
    this.#isWanted = true;
    if (this.#watch || this.#mending) return;
    await (this.#starting ??= this.#start().finally(() => (this.#starting = undefined)));
  }

  sleep(): void {
    this.#isWanted = false;
    clearTimeout(this.#mending);
    this.#mending = undefined;
    this.#watch?.stop();
    this.#ended();
  }

  async #start(): Promise<void> {
    await this.#resume();
    if (!this.#isWanted || this.#at === undefined) return;
    const watch = this.#store.watch(this.#at, {
      rows: (rows) => this.#tell(watch, rows),
      broken: () => this.#broke(watch),
    });
    this.#watch = watch;
    this.#timelines.follow(true);
    this.#events.running(1);
  }

  /** After a sleep or a break: from where it was, unless the store was opened anew and does not know that place. */
  async #resume(): Promise<void> {
    const before = this.#opening;
    const { info } = this.#isBroken ? await this.#timelines.broke(before) : await this.#timelines.reread();
    this.#isBroken = false;
    const isKnown = info.opening === before || (await this.#timelines.holds(this.#last));
    this.#opening = info.opening;
    this.#isOrdered = info.comparable;
    if (this.#at === undefined || !isKnown) this.#anew(info.updateSeq);
  }

  #anew(start: string): void {
    this.#at = start;
    this.#last = undefined;
    this.#events.anew(start);
  }

  #tell(watch: Watch, rows: readonly ChangesRow[]): void {
    const last = rows.at(-1);
    // A store may still hold a batch in its hand when it is told to stop.
    if (watch !== this.#watch || last === undefined) return;
    this.#at = last.seq;
    this.#last = { id: last.id, rev: last.rev };
    this.#events.rows(rows);
  }

  #broke(watch: Watch): void {
    if (watch !== this.#watch) return;
    this.#isBroken = true;
    this.#ended();
    this.#mendLater(this.#mendMs);
  }

  #ended(): void {
    this.#timelines.follow(false);
    if (this.#watch) this.#events.running(-1);
    this.#watch = undefined;
  }

  #mendLater(ms: number): void {
    // With jitter: a database server that comes back must not meet all feeds at once.
    this.#mending = setTimeout(
      () => {
        this.#mending = undefined;
        this.wake().catch(() => this.#isWanted && this.#mendLater(Math.min(longestMendMs, ms * 2)));
      },
      ms * (0.5 + Math.random()),
    ).unref();
  }
}
