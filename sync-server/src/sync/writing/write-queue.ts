/**
 * One batch of a workshop at a time in this process. An optimisation: soundness between processes rests on joins and
 * claims, not on this queue, but without it every race here would cost a second join.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
