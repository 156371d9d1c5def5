import type { DeviceDatabase } from '../database/open.ts';
import type { ReadTx, SearchBucket } from '../database/schema.ts';

/** Gives the search lines of a database. */
export type LoadBuckets = (tx: ReadTx) => Promise<readonly SearchBucket[]>;

export const loadBuckets: LoadBuckets = (tx) => tx.objectStore('search').getAll();

const loaders = new WeakMap<DeviceDatabase, LoadBuckets>();

/** More changed jobs than this, and everything is read again. */
const MANY_JOBS = 60;

/** The buckets in which some jobs stand now; undefined when one of them is in none any more. */
async function bucketsOf(tx: ReadTx, ids: readonly string[]): Promise<SearchBucket[] | undefined> {
  const rows = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
  const numbers = [...new Set(rows.map((row) => row?.bucket))];
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < numbers.length) return undefined;
  const found = await Promise.all(known.map((number) => tx.objectStore('search').get(number)));
  return found.filter((bucket) => bucket !== undefined);
}

/** Lines in memory, and the jobs of which they may be out of date. */
class HeldLines {
  #held: ReadonlyMap<number, SearchBucket> | undefined;
  /** By job, the change that made it so. */
  readonly #stale = new Map<string, number>();
  #changes = 0;
  /** Lines read before this change are of another time altogether. */
  #forgotten = 0;

  #forget(): void {
    this.#held = undefined;
    this.#forgotten = this.#changes;
    this.#stale.clear();
  }

  follow(topics: ReadonlySet<string>): void {
    this.#changes += 1;
    for (const topic of topics) if (topic.startsWith('job:')) this.#stale.set(topic, this.#changes);
    if (this.#stale.size > MANY_JOBS || topics.has('meta:applied')) this.#forget();
  }

  async load(tx: ReadTx): Promise<readonly SearchBucket[]> {
    const [held, before] = [this.#held, this.#changes];
    const changed = held === undefined ? undefined : await bucketsOf(tx, [...this.#stale.keys()]);
    const lines =
      held === undefined || changed === undefined
        ? await loadBuckets(tx)
        : [...new Map([...held, ...changed.map((one) => [one.bucket, one] as const)]).values()];
    // What changed meanwhile may be missing from this read: the next one looks again.
    if (this.#forgotten > before) return lines;
    this.#held = new Map(lines.map((one) => [one.bucket, one]));
    for (const [id, change] of this.#stale) if (change <= before) this.#stale.delete(id);
    return lines;
  }
}

/** Keeps the lines in memory between two keystrokes; of a job that changes here or in another tab, its bucket is read. */
export function cachedBuckets(db: DeviceDatabase): LoadBuckets {
  const known = loaders.get(db);
  if (known !== undefined) return known;
  const lines = new HeldLines();
  db.topics.listen((topics) => lines.follow(topics));
  const load: LoadBuckets = (tx) => lines.load(tx);
  loaders.set(db, load);
  return load;
}
