import type { ChangesRow, DocumentStore } from '#src/store/document-store.ts';
import { concerns, type Keys } from './readable.ts';
import { visibleRows } from './visible-leaves.ts';

/** Bounds of one answer, so that no reader holds up the others (sync.md, Reading). */
const maxScanned = 5000;
const maxScanMs = 250;
/** Few enough that the time is looked at often. */
const rowsPerRead = 500;

export interface FeedPage {
  readonly rows: readonly ChangesRow[];
  /** A row of `workshop:self` only says how far was read. */
  readonly filler: ChangesRow | undefined;
  readonly lastSeq: string;
  readonly pending: number;
}

interface PageRequest {
  readonly since: string;
  readonly limit: number;
  readonly keys: Keys;
}

/**
 * Fills the limit or reaches the end. Where the bounds of an answer stop it with nothing to show, it carries a filler:
 * an empty page would mean "finished" to PouchDB.
 */
export async function readPage(store: DocumentStore, request: PageRequest): Promise<FeedPage> {
  const scan = new Scan(request);
  const startedAt = performance.now();
  do {
    const limit = Math.min(rowsPerRead, maxScanned - scan.scanned);
    scan.add(await store.changes({ since: scan.lastSeq, limit, includeDocs: true }));
  } while (!scan.done && scan.scanned < maxScanned && performance.now() - startedAt < maxScanMs);
  const { rows, lastSeq, pending } = scan;
  const filler = rows.length === 0 && pending > 0 ? await fillerRow(store, lastSeq) : undefined;
  return { rows: await visibleRows(store, request.keys, rows), filler, lastSeq, pending };
}

class Scan {
  readonly rows: ChangesRow[] = [];
  scanned = 0;
  lastSeq: string;
  pending = 0;
  done = false;
  readonly #request: PageRequest;

  constructor(request: PageRequest) {
    this.#request = request;
    this.lastSeq = request.since;
  }

  add(page: Awaited<ReturnType<DocumentStore['changes']>>): void {
    const { keys, limit } = this.#request;
    for (const [index, row] of page.rows.entries()) {
      this.scanned += 1;
      this.lastSeq = row.seq;
      if (row.doc && concerns(keys, row.doc)) this.rows.push(row);
      if (this.rows.length < limit) continue;
      this.pending = page.pending + page.rows.length - index - 1;
      this.done = true;
      return;
    }
    this.lastSeq = page.lastSeq;
    this.pending = page.pending;
    this.done = page.pending === 0;
  }
}

async function fillerRow(store: DocumentStore, seq: string): Promise<ChangesRow | undefined> {
  const doc = await store.get('workshop:self');
  return doc && { seq, id: doc._id, rev: doc._rev, deleted: false, leaves: [doc._rev], doc };
}
