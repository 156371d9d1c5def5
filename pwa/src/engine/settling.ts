/** Does some tasks one after the other beside what goes on, and holds whoever brings them up when too many wait. */
export class Settling {
  readonly #held: number;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #failure: { readonly reason: unknown } | undefined;

  constructor(held: number) {
    this.#held = held;
  }

  /** Rejects with what an earlier task failed with; after a failure no task is begun. */
  async add(task: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#run(task));
    if (this.#waiting >= this.#held) await this.#last;
    if (this.#failure !== undefined) throw this.#failure.reason;
  }

  /** When nothing of it runs any more. */
  async end(): Promise<void> {
    await this.#last;
    if (this.#failure !== undefined) throw this.#failure.reason;
  }

  async #run(task: () => Promise<void>): Promise<void> {
    try {
      if (this.#failure === undefined) await task();
    } catch (reason) {
      this.#failure = { reason };
    } finally {
      this.#waiting -= 1;
    }
  }
}
