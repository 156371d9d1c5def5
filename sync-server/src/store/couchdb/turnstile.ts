import { AppError } from '#src/errors/app-error.ts';

/** Lets `places` tasks run at a time and `waiting` wait in order of arrival; refuses every further one at once. */
export class Turnstile {
  readonly #places: number;
  readonly #maxWaiting: number;
  readonly #retryAfterSeconds: number;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #whenIdle: (() => void) | undefined;

  constructor(places: number, maxWaiting: number, retryAfterSeconds: number) {
    this.#places = places;
    this.#maxWaiting = maxWaiting;
    this.#retryAfterSeconds = retryAfterSeconds;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await task();
    } finally {
      this.#leave();
    }
  }

  /** Resolves when nothing runs and nothing waits. */
  async idle(): Promise<void> {
    if (this.#running > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
  }

  #enter(): Promise<void> | undefined {
    if (this.#running < this.#places) {
      this.#running += 1;
      return undefined;
    }
    if (this.#queue.length >= this.#maxWaiting)
      throw new AppError('unavailable', 'The store is busy.', { retryAfterSeconds: this.#retryAfterSeconds });
    return new Promise((resolve) => void this.#queue.push(resolve));
  }

  #leave(): void {
    // The place is handed on, so that nobody who comes now overtakes.
    const next = this.#queue.shift();
    if (next) return next();
    this.#running -= 1;
    if (this.#running === 0) this.#whenIdle?.();
  }
}
