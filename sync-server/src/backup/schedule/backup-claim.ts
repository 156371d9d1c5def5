import { randomUUID } from 'node:crypto';
import type { SystemStore } from '#src/services/system-store.ts';

interface Claim {
  readonly holder: string;
  readonly until: number;
}

const id = 'backup:claim';
/** A gateway that dies in the middle keeps the others waiting this long. */
const heldMs = 10 * 60_000;
const renewEveryMs = 60_000;

/** Of several gateways one makes the backup. Two at once would be a waste, not a harm. */
export class BackupClaim {
  readonly #system: SystemStore;
  readonly #now: () => number;
  readonly #holder = randomUUID();

  constructor(system: SystemStore, now: () => number) {
    this.#system = system;
    this.#now = now;
  }

  /** Undefined while somebody else holds it. */
  async with<T>(task: () => Promise<T>): Promise<T | undefined> {
    if (!(await this.#take())) return undefined;
    // One that cannot be renewed runs out, and another gateway begins anew.
    const renewal = setInterval(() => void this.#take().catch(() => undefined), renewEveryMs).unref();
    try {
      return await task();
    } finally {
      clearInterval(renewal);
      await this.#write(0).catch(() => undefined);
    }
  }

  async #take(): Promise<boolean> {
    const until = this.#now() + heldMs;
    return (await this.#system.create(id, { holder: this.#holder, until })) || this.#write(until);
  }

  async #write(until: number): Promise<boolean> {
    const claim = await this.#system.update<Claim>(id, (current) =>
      current.holder === this.#holder || current.until < this.#now()
        ? { holder: this.#holder, until }
        : undefined,
    );
    return claim?.holder === this.#holder;
  }
}
