import { AppError } from '#src/errors/app-error.ts';
import type { ChangesRow } from '#src/store/document-store.ts';
import type { Workshop } from '../sync-parts.ts';
import { nextRows } from './next-rows.ts';
import { openClaims, releaseClaims } from './open-claims.ts';
import { SeenPlaces } from './seen-places.ts';
import { doChores } from './sweep-chores.ts';
import { sweepPage } from './sweep-page.ts';
import { keepPosition, readPosition, type Position } from './sweep-position.ts';

const choresEveryMs = 24 * 3_600_000;
const claimsEveryMs = 3_600_000;
/** A row that cannot be swept this often, alone, is reported and passed. */
const maxFailures = 3;

export interface SweeperOptions {
  readonly now: () => number;
  readonly failed?: (error: unknown, workshopId: string) => void;
}

/** Looks through one workshop's feed, a bounded step at a time, from a place that outlives the process. */
export class Sweeper {
  readonly #workshop: Workshop;
  readonly #options: SweeperOptions;
  readonly #seen = new SeenPlaces();
  #position: Position | undefined;
  #failures = 0;
  /** After a failure rows are looked at one by one until past the page that failed. */
  #singly = 0;
  #claimsAt = 0;

  constructor(workshop: Workshop, options: SweeperOptions) {
    this.#workshop = workshop;
    this.#options = options;
  }

  /** True while there is more to look at now. Throws only when the store does not answer; then it may be asked again. */
  async step(): Promise<boolean> {
    const { store, timelines } = this.#workshop;
    const position = (this.#position ??= await this.#begin());
    const page = await nextRows(this.#workshop, position.since, this.#singly > 0);
    for (const id of page.finished) this.#seen.forgetOne(id);
    if (page.rows.length > 0) await this.#sweep(page.rows);
    const claims = await openClaims(store, position.claims, page.rows, this.#options.now());
    const next = { ...position, since: page.lastSeq, claims };
    // Also past what a store keeps of its own and shows nobody.
    if (page.lastSeq !== position.since) await keepPosition(store, timelines, next);
    this.#position = next;
    if (page.pending > 0) return true;
    await this.#atTheEnd(next);
    return false;
  }

  async #begin(): Promise<Position> {
    const { store, timelines, finished } = this.#workshop;
    const position = await readPosition(store, timelines, this.#options.now());
    // The copies of a cluster order their rows differently, so that no row tells what was there before it.
    if ((await timelines.state()).info.comparable) finished.read();
    return position;
  }

  async #sweep(rows: readonly ChangesRow[]): Promise<void> {
    const { store, id } = this.#workshop;
    try {
      await sweepPage({ store, nowMs: this.#options.now(), seen: this.#seen }, rows);
    } catch (error) {
      this.#seen.forget();
      this.#failures += 1;
      if (rows.length > 1) this.#singly = rows.length;
      const isStoreDown = error instanceof AppError && error.code === 'unavailable';
      if (isStoreDown || rows.length > 1 || this.#failures <= maxFailures) throw error;
      // One document must not keep all that come after it from being looked at.
      this.#options.failed?.(error, id);
    }
    this.#failures = 0;
    this.#singly = Math.max(0, this.#singly - rows.length);
  }

  async #atTheEnd(position: Position): Promise<void> {
    const { store, timelines, id } = this.#workshop;
    const now = this.#options.now();
    const isDue = Math.abs(now - Date.parse(position.choresAt)) > choresEveryMs;
    const areClaimsDue = position.claims.length > 0 && Math.abs(now - this.#claimsAt) > claimsEveryMs;
    if (!isDue && !areClaimsDue) return;
    const claims = await releaseClaims(store, position.claims, now);
    this.#claimsAt = now;
    if (isDue) await doChores(store, now).catch((error: unknown) => this.#options.failed?.(error, id));
    this.#position = { ...position, claims, ...(isDue ? { choresAt: new Date(now).toISOString() } : {}) };
    await keepPosition(store, timelines, this.#position);
  }
}
