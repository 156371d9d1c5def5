import type { ChangesRow, DocumentStore } from '#src/store/document-store.ts';
import { documentSize } from './document-size.ts';
import { concerns, type Keys } from './readable.ts';
import { visibleRows } from './visible-leaves.ts';

/** Bounds of one answer, so that no reader holds up the others (sync.md, Reading). */
const maxScanned = 5000;
const maxScanMs = 250;
/** Few enough that the time is looked at often. */
const maxRowsPerRead = 500;
/** Nothing is known of the documents' size yet: the largest would be 25 MB at once. */
const firstRowsPerRead = 50;
const bytesPerRead = 4 * 1024 * 1024;
/** Of the documents in one answer; the largest ones would else fill the memory five thousand at a time. */
const maxBytes = 8 * 1024 * 1024;

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
    const limit = Math.min(scan.rowsPerRead, maxScanned - scan.scanned);
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
  #scannedBytes = 0;
  #bytes = 0;
  readonly #request: PageRequest;

  constructor(request: PageRequest) {
    this.#request = request;
    this.lastSeq = request.since;
  }

  get rowsPerRead(): number {
    if (this.scanned === 0) return firstRowsPerRead;
    const fitting = Math.floor((bytesPerRead * this.scanned) / this.#scannedBytes);
    return Math.min(maxRowsPerRead, Math.max(1, fitting));
  }

  add(page: Awaited<ReturnType<DocumentStore['changes']>>): void {
    const { keys, limit } = this.#request;
    for (const [index, row] of page.rows.entries()) {
      this.scanned += 1;
      this.lastSeq = row.seq;
      const bytes = documentSize(row.doc);
      this.#scannedBytes += bytes;
      if (row.doc && concerns(keys, row.doc)) {
        this.rows.push(row);
        this.#bytes += bytes;
      }
      if (this.rows.length < limit && this.#bytes < maxBytes) continue;
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
