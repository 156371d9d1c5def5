import type { ViewRow } from '../document-store.ts';
import { collate } from './collate.ts';

const byKeyAndId = (a: ViewRow, b: ViewRow): number =>
  collate(a.key, b.key) || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * Rows in the order of their keys. Changes are gathered and merged in at the next look, so that a page of a long list
 * costs a search and not a sort of all of it.
 */
export class RowList {
  #sorted: readonly ViewRow[] = [];
  #added: ViewRow[] = [];
  readonly #removed = new Set<ViewRow>();

  get size(): number {
    return this.#sorted.length + this.#added.length - this.#removed.size;
  }

  add(row: ViewRow): void {
    this.#added.push(row);
  }

  /** The very row that was added. */
  remove(row: ViewRow): void {
    this.#removed.add(row);
  }

  /** Both ends belong to it; without an end it is open. At most `limit`, counted from the upper end where `descending`. */
  between(low: unknown, high: unknown, limit = Number.POSITIVE_INFINITY, descending = false): ViewRow[] {
    this.#settle();
    const rows = this.#sorted;
    const start = low === undefined ? 0 : firstWhere(rows, (row) => collate(row.key, low) >= 0);
    const end = high === undefined ? rows.length : firstWhere(rows, (row) => collate(row.key, high) > 0);
    if (descending) return rows.slice(Math.max(start, end - limit), Math.max(start, end)).toReversed();
    return rows.slice(start, Math.min(end, start + limit));
  }

  #settle(): void {
    if (this.#added.length === 0 && this.#removed.size === 0) return;
    const isKept = (row: ViewRow): boolean => !this.#removed.has(row);
    const kept = this.#removed.size === 0 ? this.#sorted : this.#sorted.filter(isKept);
    const added = this.#added.filter(isKept).sort(byKeyAndId);
    this.#sorted = merged(kept, added);
    this.#added = [];
    this.#removed.clear();
  }
}

function merged(one: readonly ViewRow[], other: readonly ViewRow[]): readonly ViewRow[] {
  if (other.length === 0) return one;
  const rows: ViewRow[] = [];
  let at = 0;
  for (const row of other) {
    for (let next = one[at]; next && byKeyAndId(next, row) <= 0; next = one[at]) {
      rows.push(next);
      at += 1;
    }
    rows.push(row);
  }
  return rows.concat(one.slice(at));
}

/** The first place from which on `holds` is true; it must stay true to the end. */
function firstWhere(rows: readonly ViewRow[], holds: (row: ViewRow) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
