export interface Alarm {
  cancel(): void;
}

interface Entry {
  ring: (() => void) | undefined;
}

const canceled: Alarm = { cancel: () => undefined };

/**
 * One timer for all waiting readers. Their time-outs and heartbeats may be a tick late; ten thousand of them then cost
 * one wake-up per tick instead of one each.
 */
export class LiveClock {
  readonly #tickMs: number;
  readonly #now: () => number;
  readonly #due = new Map<number, Entry[]>();
  #done: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(tickMs = 50, now: () => number = () => performance.now()) {
    this.#tickMs = tickMs;
    this.#now = now;
    this.#done = this.#tickOf(now());
  }

  after(ms: number, ring: () => void): Alarm {
    if (!Number.isFinite(ms)) return canceled;
    if (this.#due.size === 0) this.#done = this.#tickOf(this.#now());
    const tick = Math.max(this.#done + 1, Math.ceil((this.#now() + ms) / this.#tickMs));
    const entry: Entry = { ring };
    const entries = this.#due.get(tick);
    if (entries) entries.push(entry);
    else this.#due.set(tick, [entry]);
    this.#run();
    // The entry stays in its tick as an empty shell: taking it out would cost a search.
    return { cancel: () => (entry.ring = undefined) };
  }

  /** Rings what is due; the timer calls it, tests call it with a clock of their own. */
  advance(): void {
    const now = this.#tickOf(this.#now());
    const due = [...this.#due.keys()].filter((tick) => tick <= now).sort((a, b) => a - b);
    // Before they ring: what is set meanwhile belongs to a later tick.
    this.#done = Math.max(this.#done, now);
    for (const tick of due) this.#ring(tick);
    if (this.#due.size === 0) this.#stop();
  }

  #ring(tick: number): void {
    const entries = this.#due.get(tick);
    this.#due.delete(tick);
    for (const entry of entries ?? []) entry.ring?.();
  }

  #tickOf(ms: number): number {
    return Math.floor(ms / this.#tickMs);
  }

  #run(): void {
    this.#timer ??= setInterval(() => this.advance(), this.#tickMs).unref();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
