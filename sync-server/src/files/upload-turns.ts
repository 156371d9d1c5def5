import { AppError } from '#src/errors/app-error.ts';

interface Turn {
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

/**
 * One request at a time writes a file. The newest goes on: a phone that asks again has given the old connection up,
 * which may hang half-dead for minutes.
 */
export class UploadTurns {
  readonly #turns = new Map<string, Turn>();

  async take<T>(key: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const before = this.#turns.get(key);
    const stop = new AbortController();
    const run = this.#after(before, stop.signal, task);
    const turn = { stop, ended: run.catch(() => undefined) };
    this.#turns.set(key, turn);
    before?.stop.abort(new AppError('conflict', 'A newer request sends the same file.'));
    try {
      return await run;
    } finally {
      if (this.#turns.get(key) === turn) this.#turns.delete(key);
    }
  }

  async #after<T>(
    before: Turn | undefined,
    signal: AbortSignal,
    task: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    await before?.ended;
    signal.throwIfAborted();
    return task(signal);
  }
}
