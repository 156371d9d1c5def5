import { z } from 'zod';
import { askPatiently } from './ask-patiently.ts';
import type { EngineEnv } from './env.ts';
import type { Gateway } from './gateway.ts';

/** The most that the gateway lists in one answer. */
const pageLimit = 5000;
const tries = 5;

const pageSchema = z.object({
  rows: z.array(z.object({ id: z.string(), rev: z.string() })),
  next: z.string().optional(),
  seq: z.string(),
});

/** A document that the server has for this person, by its winning revision. */
export interface Listed {
  readonly id: string;
  readonly rev: string;
}

/** Reads `GET ids` page by page: everything this person may read, newest first. */
export class Listing {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  readonly #signal: AbortSignal;
  #after: string | undefined;
  #seq: string | undefined;
  #isEnd = false;

  constructor(env: EngineEnv, gateway: Gateway, signal: AbortSignal) {
    this.#env = env;
    this.#gateway = gateway;
    this.#signal = signal;
  }

  get isEnd(): boolean {
    return this.#isEnd;
  }

  /** Where the feed stood before the first page: nothing that happened since is missed by following it from here. */
  get seq(): string {
    if (this.#seq === undefined) throw new Error('nothing was listed yet');
    return this.#seq;
  }

  async next(): Promise<readonly Listed[]> {
    const after = this.#after === undefined ? '' : `&after=${encodeURIComponent(this.#after)}`;
    const path = `${encodeURIComponent(this.#env.workshopId)}/ids?limit=${pageLimit}${after}`;
    const request = { kind: 'ids', path, signal: this.#signal } as const;
    const { rows, next, seq } = pageSchema.parse(
      await askPatiently(this.#env, this.#gateway, request, tries),
    );
    this.#seq ??= seq;
    this.#after = next;
    this.#isEnd = next === undefined;
    return rows;
  }
}
