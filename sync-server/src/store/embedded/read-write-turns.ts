/**
 * Readers together, writers alone, in order of arrival. PouchDB on LevelDB reads a document's tree and its body in two
 * steps; a write between them whose compaction takes the body makes it throw where nobody can catch it, and the
 * process ends.
 */
export class ReadWriteTurns {
  readonly #readers = new Set<Promise<unknown>>();
  #lastWrite: Promise<unknown> = Promise.resolve();

  read<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#lastWrite.then(task);
    const settled: Promise<void> = run.then(
      () => void this.#readers.delete(settled),
      () => void this.#readers.delete(settled),
    );
    this.#readers.add(settled);
    return run;
  }

  write<T>(task: () => Promise<T>): Promise<T> {
    const run = Promise.all([this.#lastWrite, ...this.#readers]).then(task);
    this.#lastWrite = run.catch(() => undefined);
    return run;
  }
}
