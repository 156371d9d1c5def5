import type { ChangesPage, ChangesRow, DocumentStore } from '#src/store/document-store.ts';
import { documentSize } from './document-size.ts';
import { concerns, type Keys } from './readable.ts';
import { visibleRows } from './visible-leaves.ts';

/** Bounds of one answer, so that no reader holds up the others (sync.md, Reading). */
const maxScanned = 5000;
const maxScanMs = 250;
/** Few enough that the time is looked at often. */
const maxRowsPerRead = 500;
/** While nothing is known of the documents' size: the largest would be 25 MB at once. */
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

/** The average size of a workshop's documents, as pages before told it: so the next page need not feel its way. */
const knownBytes = new WeakMap<DocumentStore, number>();

interface PageRequest {
  readonly since: string;
  readonly limit: number;
  readonly keys: Keys;
}

/**
 * Fills the limit or reaches the end. Where the bounds of an answer stop it with nothing to show, it carries a filler:
 * an empty page would mean "finished" to PouchDB. `tell` gets the rows of each read while the next one is under way.
 */
export async function readPage(
  store: DocumentStore,
  request: PageRequest,
  tell: (rows: readonly ChangesRow[]) => void = () => undefined,
): Promise<FeedPage> {
  const scan = new Scan(request, knownBytes.get(store));
  const rows: ChangesRow[] = [];
  const startedAt = performance.now();
  const read = (): Promise<ChangesPage> => {
    const limit = Math.min(scan.rowsPerRead, maxScanned - scan.scanned);
    return store.changes({ since: scan.lastSeq, limit, includeDocs: true });
  };
  let reading: Promise<ChangesPage> | undefined = read();
  while (reading) {
    const found = scan.add(await reading);
    const goesOn = !scan.done && scan.scanned < maxScanned && performance.now() - startedAt < maxScanMs;
    reading = goesOn ? read() : undefined;
    reading?.catch(() => undefined);
    const visible = await visibleRows(store, request.keys, found);
    tell(visible);
    rows.push(...visible);
  }
  const { lastSeq, pending, averageBytes } = scan;
  if (averageBytes !== undefined) knownBytes.set(store, averageBytes);
  const filler = rows.length === 0 && pending > 0 ? await fillerRow(store, lastSeq) : undefined;
  return { rows, filler, lastSeq, pending };
}

class Scan {
  scanned = 0;
  lastSeq: string;
  pending = 0;
  done = false;
  #found = 0;
  #scannedBytes = 0;
  #bytes = 0;
  readonly #request: PageRequest;
  readonly #knownBytes: number | undefined;

  constructor(request: PageRequest, averageBytes: number | undefined) {
    this.#request = request;
    this.#knownBytes = averageBytes;
    this.lastSeq = request.since;
  }

  get rowsPerRead(): number {
    const bytes = this.scanned === 0 ? this.#knownBytes : this.#scannedBytes / this.scanned;
    if (bytes === undefined) return firstRowsPerRead;
    const fitting = Math.max(1, Math.floor(bytesPerRead / bytes));
    // A phone that asks for little gets little; how much of it concerns the reader shows with the first read.
    const wanted = this.scanned === 0 ? Math.max(firstRowsPerRead, this.#request.limit) : maxRowsPerRead;
    return Math.min(maxRowsPerRead, fitting, wanted);
  }

  /** To go by from now on: large documents are believed at once, small ones only when they are many. */
  get averageBytes(): number | undefined {
    const known = this.#knownBytes ?? 0;
    const average = this.scanned === 0 ? known : this.#scannedBytes / this.scanned;
    return this.scanned >= firstRowsPerRead || average > known ? average : this.#knownBytes;
  }

  /** @returns the rows that concern the reader. */
  add(page: ChangesPage): readonly ChangesRow[] {
    const { keys, limit } = this.#request;
    const found: ChangesRow[] = [];
    for (const [index, row] of page.rows.entries()) {
      this.scanned += 1;
      this.lastSeq = row.seq;
      const bytes = documentSize(row.doc);
      this.#scannedBytes += bytes;
      if (row.doc && concerns(keys, row.doc)) {
        found.push(row);
        this.#found += 1;
        this.#bytes += bytes;
      }
      if (this.#found < limit && this.#bytes < maxBytes) continue;
      this.pending = page.pending + page.rows.length - index - 1;
      this.done = true;
      return found;
    }
    this.lastSeq = page.lastSeq;
    this.pending = page.pending;
    this.done = page.pending === 0;
    return found;
  }
}

async function fillerRow(store: DocumentStore, seq: string): Promise<ChangesRow | undefined> {
  const doc = await store.get('workshop:self');
  return doc && { seq, id: doc._id, rev: doc._rev, deleted: false, leaves: [doc._rev], doc };
}
