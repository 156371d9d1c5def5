import { AppError } from '#src/errors/app-error.ts';

/** A phone sends one file at a time; a person has a few devices. */
const maxAtOnce = 4;

/** Bounds how many requests of one person write files at the same time in this process. */
export class AtOnce {
  readonly #running = new Map<string, number>();

  async run<T>(userId: string, task: () => Promise<T>): Promise<T> {
    const running = this.#running.get(userId) ?? 0;
    if (running >= maxAtOnce)
      throw new AppError('rate_limited', 'Too many files at once.', { retryAfterSeconds: 5 });
    this.#running.set(userId, running + 1);
    try {
      return await task();
    } finally {
      const left = (this.#running.get(userId) ?? 1) - 1;
      if (left > 0) this.#running.set(userId, left);
      else this.#running.delete(userId);
    }
  }
}
