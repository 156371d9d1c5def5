import type { Workshop } from '../sync-parts.ts';
import type { Workshops } from '../workshops.ts';
import { Sweeper, type SweeperOptions } from './sweeper.ts';

export interface SweepersOptions extends SweeperOptions {
  /** A request that is still at work is given time to finish what would otherwise be done twice. */
  readonly delayMs?: number;
  /** After a failure. */
  readonly retryMs?: number;
}

/** Steps take at most this share of a process's time: readers and writers come first. */
const share = 0.25;
const longestPauseMs = 1000;

/** The sweepers of the workshops that this process has taken up: one step at a time for all of them together. */
export class Sweepers {
  readonly #options: SweepersOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #plans = new WeakMap<Workshop, () => void>();
  #turn: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(workshops: Pick<Workshops, 'onOpen' | 'onUse'>, options: SweepersOptions) {
    this.#options = options;
    workshops.onOpen((workshop) => this.#take(workshop));
    // A running feed tells of every row; no feed is kept for a sweeper alone.
    workshops.onUse((workshop) => workshop.feed.isRunning || this.#plans.get(workshop)?.());
  }

  /** Waits for the step that runs. */
  async close(): Promise<void> {
    this.#ended = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#turn;
  }

  /** On taking a workshop up all that came since is looked at, and then whatever the feed or a request brings. */
  #take(workshop: Workshop): void {
    const { delayMs = 2000 } = this.#options;
    const sweeper = new Sweeper(workshop, this.#options);
    let isPlanned = false;
    const plan = (afterMs: number): void => {
      if (isPlanned || this.#ended) return;
      isPlanned = true;
      this.#after(afterMs, async () => {
        isPlanned = false;
        const pause = await this.#step(sweeper, workshop);
        if (pause !== undefined) plan(pause);
      });
    };
    const soon = (): void => plan(spread(delayMs));
    workshop.feed.listen(soon);
    this.#plans.set(workshop, soon);
    soon();
  }

  /** How long to wait for the next step; undefined at the end of the feed. */
  async #step(sweeper: Sweeper, workshop: Workshop): Promise<number | undefined> {
    const began = performance.now();
    try {
      if (!(await sweeper.step())) return undefined;
    } catch (error) {
      // A store that closes under a last step has told nothing new.
      if (!this.#ended) this.#options.failed?.(error, workshop.id);
      return spread(this.#options.retryMs ?? 10_000);
    }
    return Math.min(longestPauseMs, (performance.now() - began) * (1 / share - 1));
  }

  #after(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#ended) this.#turn = this.#turn.then(() => (this.#ended ? undefined : work()));
    }, ms).unref();
    this.#timers.add(timer);
  }
}

/** Gateways that hear of the same row at once need not all look at it first. */
const spread = (ms: number): number => ms * (0.75 + Math.random() / 2);
