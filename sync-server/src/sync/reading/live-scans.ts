type Task = () => Promise<void>;

/**
 * Readings of the store's feed, a few at a time. Workshops take turns: one with a thousand phones that all come back at
 * once must not hold up the phone of another.
 */
export class LiveScans {
  readonly #atOnce: number;
  // Insertion order is the order of turns.
  readonly #queues = new Map<string, Task[]>();
  #running = 0;
  #waiting = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting;
  }

  run<T>(workshopId: string, scan: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(workshopId);
      const task = (): Promise<void> => scan().then(resolve, reject);
      if (queue) queue.push(task);
      else this.#queues.set(workshopId, [task]);
      this.#waiting += 1;
      this.#next();
    });
  }

  #next(): void {
    while (this.#running < this.#atOnce) {
      const task = this.#take();
      if (!task) return;
      this.#running += 1;
      this.#waiting -= 1;
      void task().finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  #take(): Task | undefined {
    for (const [workshopId, queue] of this.#queues) {
      const task = queue.shift();
      this.#queues.delete(workshopId);
      if (queue.length > 0) this.#queues.set(workshopId, queue);
      return task;
    }
    return undefined;
  }
}
