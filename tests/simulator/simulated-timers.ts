/** The timers of one phone: nobody waits in real time for what only time limits would end. */
export class SimulatedTimers {
  readonly #timers = new Map<number, { readonly run: () => void; readonly ms: number }>();
  readonly #isBusy: () => boolean;
  readonly #passTime: (ms: number) => void;
  #count = 0;

  constructor(isBusy: () => boolean, passTime: (ms: number) => void) {
    this.#isBusy = isBusy;
    this.#passTime = passTime;
  }

  readonly set = (run: () => void, ms: number): number => {
    const timer = (this.#count += 1);
    this.#timers.set(timer, { run, ms });
    void this.#strikeWhenIdle(timer);
    return timer;
  };

  readonly clear = (timer: unknown): void => void this.#timers.delete(timer as number);

  forget(): void {
    this.#timers.clear();
  }

  /** Nothing came for as long as anybody waits: the limits strike. */
  strike(): void {
    const due = [...this.#timers.values()];
    this.#timers.clear();
    this.#passTime(Math.max(0, ...due.map((timer) => timer.ms)));
    for (const timer of due) timer.run();
  }

  /** An engine that rests between tries, with nothing on its way, rests for no real time. */
  async #strikeWhenIdle(timer: number): Promise<void> {
    while (this.#timers.has(timer)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (!this.#isBusy() && this.#timers.has(timer)) this.strike();
    }
  }
}
