import { metaIn, putMeta } from '../database/meta.ts';
import { putAll } from '../database/put-all.ts';
import type { MetaValues, Row, WriteTx } from '../database/schema.ts';
import { projectionOf } from '../projections/registry.ts';
import type { RowSet } from './row-set.ts';

/** Small enough that a save rewrites it in a millisecond, large enough that a search reads few records. */
const BUCKET_SIZE = 250;

const lineOf = (row: Row | undefined): string | undefined =>
  row?.doc === undefined ? undefined : projectionOf(row.type)?.searchLine?.(row.doc);

const holds = (line: string, id: string): boolean => line.endsWith(`\t${id}`);

const isSearchable = (row: Row | undefined): boolean =>
  row !== undefined && projectionOf(row.type)?.searchLine !== undefined;

function isLineChanged(before: Row | undefined, after: Row | undefined, anew: boolean): boolean {
  if (!isSearchable(before ?? after) || (before === after && !anew)) return false;
  return (
    anew || (before?.bucket === undefined && after?.doc !== undefined) || lineOf(before) !== lineOf(after)
  );
}

/** Keeps the search lines in step with the rows of a transaction. */
export class SearchLines {
  readonly #buckets = new Map<number, string[]>();
  readonly #touched = new Set<number>();
  readonly #tx: WriteTx;
  readonly #changed = new Set<string>();
  #tail: MetaValues['searchTail'] | undefined;

  constructor(tx: WriteTx) {
    this.#tx = tx;
  }

  /** `anew`: the stored lines may be those of another version. @returns the ids whose lines changed. */
  async follow(rows: RowSet, anew: boolean): Promise<readonly string[]> {
    const changed = [...rows.after.keys()].filter((id) =>
      isLineChanged(rows.before.get(id), rows.after.get(id), anew),
    );
    if (changed.length === 0) return [];
    const known = changed.map((id) => rows.before.get(id)?.bucket).filter((one) => one !== undefined);
    await this.#load(known);
    for (const id of changed) {
      const bucket = rows.before.get(id)?.bucket;
      const line = lineOf(rows.after.get(id));
      if (bucket !== undefined) this.#replace(bucket, id, line);
      else if (line !== undefined) {
        const row = rows.after.get(id);
        if (row !== undefined) rows.after.set(id, { ...row, bucket: await this.#append(line) });
      }
    }
    await this.#write();
    return [...this.#changed];
  }

  async #load(buckets: readonly number[]): Promise<void> {
    const missing = [...new Set(buckets)].filter((bucket) => !this.#buckets.has(bucket));
    const store = this.#tx.objectStore('search');
    const found = await Promise.all(missing.map((bucket) => store.get(bucket)));
    missing.forEach((bucket, index) => {
      const lines = found[index]?.lines ?? '';
      this.#buckets.set(bucket, lines === '' ? [] : lines.split('\n'));
    });
  }

  #replace(bucket: number, id: string, line: string | undefined): void {
    const held = this.#buckets.get(bucket) ?? [];
    if (line !== undefined && held.includes(line)) return;
    this.#changed.add(id);
    const lines = held.filter((one) => !holds(one, id));
    this.#buckets.set(bucket, line === undefined ? lines : [...lines, line]);
    this.#touched.add(bucket);
  }

  async #append(line: string): Promise<number> {
    const tail = this.#tail ?? (await metaIn(this.#tx, 'searchTail')) ?? { bucket: 0, count: 0 };
    const next = tail.count < BUCKET_SIZE ? tail : { bucket: tail.bucket + 1, count: 0 };
    await this.#load([next.bucket]);
    this.#buckets.get(next.bucket)?.push(line);
    this.#touched.add(next.bucket);
    this.#tail = { bucket: next.bucket, count: next.count + 1 };
    return next.bucket;
  }

  async #write(): Promise<void> {
    if (this.#tail !== undefined) await putMeta(this.#tx, 'searchTail', this.#tail);
    putAll(
      this.#tx,
      'search',
      [...this.#touched].map((bucket) => ({ bucket, lines: (this.#buckets.get(bucket) ?? []).join('\n') })),
    );
  }
}
