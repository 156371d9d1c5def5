interface Timers {
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

/** Wakes a loop that waits; a ring while it works is remembered for its next wait. */
export class Bell {
  readonly #timers: Timers;
  #rung = false;
  #wake: (() => void) | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Until rung, or for so long at most. */
  async wait(ms?: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = ms === undefined ? undefined : this.#timers.setTimeout(resolve, ms);
        this.#wake = () => {
          if (timer !== undefined) this.#timers.clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    this.#rung = false;
  }
}
