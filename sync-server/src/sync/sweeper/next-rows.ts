import type { ChangesRow } from '#src/store/document-store.ts';
import type { Workshop } from '../sync-parts.ts';

/** Few enough that a step takes milliseconds of the store's time. */
const rowsPerStep = 200;
/** Without bodies, and nearly all of them need no look. */
const finishedPerStep = 1000;

export interface NextRows {
  /** To be looked at, with their documents. */
  readonly rows: readonly ChangesRow[];
  /** Passed, because this process has brought them to their end itself. */
  readonly finished: readonly string[];
  readonly lastSeq: string;
  readonly pending: number;
}

/** The rows after a place. The place moves on over rows that are looked at now and over finished ones, and no others. */
export async function nextRows(
  { store, finished }: Pick<Workshop, 'store' | 'finished'>,
  since: string,
  singly: boolean,
): Promise<NextRows> {
  if (singly || finished.isEmpty) {
    const page = await store.changes({ since, limit: singly ? 1 : rowsPerStep, includeDocs: true });
    finished.unfinished(page.rows);
    return { ...page, finished: [] };
  }
  const page = await store.changes({ since, limit: finishedPerStep });
  const open = new Set(finished.unfinished(page.rows).slice(0, rowsPerStep));
  const rows = open.size < rowsPerStep ? page.rows : page.rows.slice(0, page.rows.indexOf(lastOf(open)) + 1);
  const found = await store.allDocs({ keys: [...open].map(({ id }) => id) });
  const documents = new Map(found.map((document) => [document._id, document]));
  const isWhole = rows.length === page.rows.length;
  return {
    rows: rows.filter((row) => open.has(row)).map((row) => ({ ...row, ...docOf(documents.get(row.id)) })),
    finished: rows.filter((row) => !open.has(row)).map(({ id }) => id),
    lastSeq: isWhole ? page.lastSeq : (rows.at(-1)?.seq ?? since),
    pending: isWhole ? page.pending : page.pending + page.rows.length - rows.length,
  };
}

const lastOf = (rows: ReadonlySet<ChangesRow>): ChangesRow => [...rows].at(-1) as ChangesRow;

const docOf = (doc: ChangesRow['doc']): Pick<ChangesRow, 'doc'> | undefined => (doc ? { doc } : undefined);
