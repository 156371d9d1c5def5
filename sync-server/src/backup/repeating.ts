/** Does a piece of work again and again, each time a while after the last has ended; it keeps no process alive. */
export class Repeating {
  readonly #work: () => Promise<void>;
  readonly #pauseMs: number;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** `work` tells by itself what went wrong: it must not throw. */
  constructor(work: () => Promise<void>, pauseMs: number) {
    this.#work = work;
    this.#pauseMs = pauseMs;
  }

  start(afterMs: number): void {
    this.#timer = setTimeout(() => {
      void this.#work().then(() => (this.#ended ? undefined : this.start(this.#pauseMs)));
    }, afterMs).unref();
  }

  /** Work that runs is not waited for. */
  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }
}
