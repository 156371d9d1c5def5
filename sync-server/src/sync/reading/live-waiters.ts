import type { Keys } from './readable.ts';
import type { LiveClock } from './live-clock.ts';
import type { RingRow } from './live-ring.ts';

/** rows: read again. timeout: the poll is over. ended: the server or the person's limit ends it. closed: nobody listens. */
export type Woken = 'rows' | 'timeout' | 'ended' | 'closed';

/** One reader that waits for a row that concerns it. */
export class Waiter {
  readonly #clock: LiveClock;
  #told: Woken | undefined;
  #wake: ((how: Woken) => void) | undefined;

  constructor(clock: LiveClock) {
    this.#clock = clock;
  }

  /** Remembered until the next wait, so that a row between reading and waiting is not missed. */
  tell(how: Woken): void {
    if (this.#told !== 'ended' && this.#told !== 'closed') this.#told = how;
    this.#wake?.(how);
  }

  async wait(timeoutMs: number): Promise<Woken> {
    const how = this.#told ?? (timeoutMs <= 0 ? 'timeout' : await this.#next(timeoutMs));
    if (how === 'rows') this.#told = undefined;
    return how;
  }

  #next(timeoutMs: number): Promise<Woken> {
    return new Promise((resolve) => {
      const alarm = this.#clock.after(timeoutMs, () => this.#wake?.('timeout'));
      this.#wake = (how) => {
        alarm.cancel();
        this.#wake = undefined;
        resolve(how);
      };
    });
  }
}

/** An owner reads every document that may leave. */
const everything = '*';

const namesOf = (keys: Keys): readonly string[] => (keys === 'all' ? [everything] : keys);

/** Found by key: a row of one desk costs nothing for the thousands that wait for others. */
export class Waiters {
  readonly #clock: LiveClock;
  readonly #byKey = new Map<string, Set<Waiter>>();
  readonly #keys = new Map<Waiter, Keys>();

  constructor(clock: LiveClock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#keys.size;
  }

  add(keys: Keys): Waiter {
    const waiter = new Waiter(this.#clock);
    this.#enter(waiter, keys);
    return waiter;
  }

  /** A person's keys may change during the wait. */
  rekey(waiter: Waiter, keys: Keys): void {
    if (this.#keys.get(waiter) === keys) return;
    this.remove(waiter);
    this.#enter(waiter, keys);
  }

  remove(waiter: Waiter): void {
    for (const name of namesOf(this.#keys.get(waiter) ?? [])) {
      const waiting = this.#byKey.get(name);
      waiting?.delete(waiter);
      if (waiting?.size === 0) this.#byKey.delete(name);
    }
    this.#keys.delete(waiter);
  }

  /** Each at most once, however many rows concern it. */
  wakeFor(rows: readonly RingRow[]): void {
    const keys = new Set(rows.flatMap((row) => row.keys ?? []));
    if (rows.some((row) => row.keys !== undefined)) keys.add(everything);
    const concerned = new Set<Waiter>();
    for (const key of keys) for (const waiter of this.#byKey.get(key) ?? []) concerned.add(waiter);
    for (const waiter of concerned) waiter.tell('rows');
  }

  tellAll(how: Woken): void {
    for (const waiter of this.#keys.keys()) waiter.tell(how);
  }

  #enter(waiter: Waiter, keys: Keys): void {
    this.#keys.set(waiter, keys);
    for (const name of namesOf(keys)) {
      const waiting = this.#byKey.get(name);
      if (waiting) waiting.add(waiter);
      else this.#byKey.set(name, new Set([waiter]));
    }
  }
}
