const everyMs = 500;
const kept = 5;

/**
 * How late timers run: the median of the last few measurements, because one long garbage collection is no reason to
 * send anybody away.
 */
export class EventLoopLag {
  readonly #now: () => number;
  #lags: readonly number[] = [];
  #due: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#due = now() + everyMs;
  }

  start(): void {
    this.#due = this.#now() + everyMs;
    this.#timer ??= setInterval(() => this.measure(), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Called by the timer, as late as the timer is. */
  measure(): void {
    const now = this.#now();
    this.#lags = [...this.#lags, Math.max(0, now - this.#due)].slice(-kept);
    this.#due = now + everyMs;
  }

  get ms(): number {
    const sorted = this.#lags.toSorted((a, b) => a - b);
    return sorted.length < kept ? 0 : (sorted[Math.floor(kept / 2)] ?? 0);
  }
}
