import { AppError } from '#src/errors/app-error.ts';

interface Places {
  readonly person: number;
  readonly process: number;
}

/**
 * A phone sends one file at a time; a person has a few devices. A process holds half a megabyte of each that it writes
 * into CouchDB: 32 MB for all.
 */
const defaultPlaces: Places = { person: 4, process: 64 };

const restSeconds = 5;

/** Bounds how many requests write files at the same time; who finds no place comes again. */
export class AtOnce {
  readonly #places: Places;
  readonly #running = new Map<string, number>();
  #all = 0;

  constructor(places = defaultPlaces) {
    this.#places = places;
  }

  async run<T>(userId: string, task: () => Promise<T>): Promise<T> {
    const running = this.#running.get(userId) ?? 0;
    const retryAfterSeconds = restSeconds;
    if (running >= this.#places.person)
      throw new AppError('rate_limited', 'Too many files at once.', { retryAfterSeconds });
    if (this.#all >= this.#places.process)
      throw new AppError('unavailable', 'The server takes no more files right now.', { retryAfterSeconds });
    this.#all += 1;
    this.#running.set(userId, running + 1);
    try {
      return await task();
    } finally {
      this.#all -= 1;
      const left = (this.#running.get(userId) ?? 1) - 1;
      if (left > 0) this.#running.set(userId, left);
      else this.#running.delete(userId);
    }
  }
}
