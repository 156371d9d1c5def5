import type { ChangesRow, StoredDocument } from '#src/store/document-store.ts';
import type { Keys } from './readable.ts';

/** What the gateway remembers of a row: enough to know whom it concerns, nothing of its content. */
export interface RingRow {
  readonly seq: string;
  readonly id: string;
  /** Who may read it or has just lost it; undefined for documents that never leave. */
  readonly keys: readonly string[] | undefined;
}

/** Rows passed since the ring began; meaningful within one ring of one process only. */
export type Position = number;

/** A burst of two usual requests, and 100 KB per active workshop. */
const defaultSize = 500;

/**
 * The newest rows of one workshop's feed. A reader's place in it is found by the exact text of its seq: the copies of a
 * cluster number their rows differently, so numbers say nothing here.
 */
export class LiveRing {
  readonly #size: number;
  readonly #rows: RingRow[] = [];
  readonly #positions = new Map<string, Position>();
  readonly #newest = new Map<string, Position>();
  #passed = 0;
  #start: string;

  /** @param start the place in the feed after which the rows come. */
  constructor(start: string, size = defaultSize) {
    this.#size = size;
    this.#start = start;
    this.#positions.set(start, 0);
  }

  get end(): Position {
    return this.#passed;
  }

  push(row: ChangesRow): RingRow {
    const entry = { seq: row.seq, id: row.id, keys: row.doc && keysOf(row.doc) };
    this.#rows.push(entry);
    this.#passed += 1;
    this.#positions.set(entry.seq, this.#passed);
    this.#newest.set(entry.id, this.#passed);
    if (this.#rows.length > this.#size) this.#dropOldest();
    return entry;
  }

  /** Undefined for a place that is too old, unknown or not yet told by the feed. */
  positionOf(seq: string): Position | undefined {
    return this.#positions.get(seq);
  }

  /** Whether every row after it is still here. */
  holds(position: Position): boolean {
    return position >= this.#first && position <= this.#passed;
  }

  seqAt(position: Position): string {
    return this.#rows[position - this.#first - 1]?.seq ?? this.#start;
  }

  /** The rows after a place that concern somebody, each document once at its newest place; `end` is how far that goes. */
  after(position: Position, keys: Keys, limit: number): { readonly rows: RingRow[]; readonly end: Position } {
    const rows: RingRow[] = [];
    for (let at = position + 1; at <= this.#passed; at += 1) {
      const row = this.#rows[at - this.#first - 1];
      if (row === undefined || !isFor(row, keys) || this.#newest.get(row.id) !== at) continue;
      rows.push(row);
      if (rows.length >= limit) return { rows, end: at };
    }
    return { rows, end: this.#passed };
  }

  get #first(): Position {
    return this.#passed - this.#rows.length;
  }

  #dropOldest(): void {
    const dropped = this.#rows.shift();
    if (dropped === undefined) return;
    if (this.#newest.get(dropped.id) === this.#first) this.#newest.delete(dropped.id);
    // The place of the dropped row itself is still good: all that came after it is here.
    if (this.#positions.get(this.#start) === this.#first - 1) this.#positions.delete(this.#start);
    this.#start = dropped.seq;
  }
}

function keysOf(doc: StoredDocument): readonly string[] | undefined {
  const { access, was } = doc;
  if (!Array.isArray(access)) return undefined;
  const lost: readonly unknown[] = Array.isArray(was) ? was : [];
  return [...(access as readonly unknown[]), ...lost].map(String);
}

function isFor({ keys: wanted }: RingRow, keys: Keys): boolean {
  if (wanted === undefined) return false;
  return keys === 'all' || wanted.some((key) => keys.includes(key));
}
