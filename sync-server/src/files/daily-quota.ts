import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';

export interface QuotaLimits {
  readonly files: number;
  readonly bytes: number;
}

/** A desk that photographs 40 cars a day from ten sides sends 400 pictures of 1 or 2 MB; beyond it is no workshop's day. */
export const defaultQuota: QuotaLimits = { files: 1000, bytes: 1024 ** 3 };

interface Used {
  readonly day: string;
  readonly files: number;
  readonly bytes: number;
}

const dayMs = 86_400_000;

/**
 * What a person has begun to send on this UTC day. It is kept with the workshop, so that every gateway counts on; two
 * gateways at the same instant may count one file less, which a limit of this kind can bear.
 */
export class DailyQuota {
  readonly #limits: QuotaLimits;
  readonly #now: () => number;
  readonly #turns = new Map<string, Promise<void>>();

  constructor(limits: QuotaLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts a file at its first byte; throws when it would be one too many. */
  async charge(store: DocumentStore, userId: string, bytes: number): Promise<void> {
    const key = `${store.name} ${userId}`;
    const run = (this.#turns.get(key) ?? Promise.resolve()).then(() => this.#charge(store, userId, bytes));
    const settled = run.catch(() => undefined);
    this.#turns.set(key, settled);
    try {
      await run;
    } finally {
      if (this.#turns.get(key) === settled) this.#turns.delete(key);
    }
  }

  async #charge(store: DocumentStore, userId: string, bytes: number): Promise<void> {
    const now = this.#now();
    const day = new Date(now).toISOString().slice(0, 10);
    const id = `files-${userId}`;
    const stored = (await store.getLocal(id)) as Used | undefined;
    const used = stored?.day === day ? stored : { day, files: 0, bytes: 0 };
    const after = { day, files: used.files + 1, bytes: used.bytes + bytes };
    if (after.files > this.#limits.files || after.bytes > this.#limits.bytes)
      throw new AppError('rate_limited', 'This person has sent as many files today as one may.', {
        retryAfterSeconds: Math.ceil((dayMs - (now % dayMs)) / 1000),
      });
    await store.putLocal(id, after);
  }
}
