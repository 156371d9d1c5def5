import {
  seqNumber,
  type ChangesOptions,
  type ChangesPage,
  type ChangesRow,
  type StoredDocument,
} from '../document-store.ts';
import type { Pouch } from './pouch.ts';

interface PouchRow {
  readonly id: string;
  readonly seq: number | string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?: unknown;
}

export async function readChanges(pouch: Pouch, options: ChangesOptions): Promise<ChangesPage> {
  const rows: ChangesRow[] = [];
  let since = seqNumber(options.since);
  for (;;) {
    const limit = options.limit - rows.length;
    const page = await pouch.changes({
      since,
      limit,
      style: 'all_docs',
      // LevelDB reads the body anyway, and only it tells the winner.
      include_docs: true,
    });
    const found = page.results as readonly PouchRow[];
    rows.push(
      ...found
        .filter((row) => !row.id.startsWith('_design/'))
        .map((row) => toRow(row, options.includeDocs === true)),
    );
    since = Number(page.last_seq);
    if (found.length < limit) return { rows, lastSeq: String(since), pending: 0 };
    if (rows.length >= options.limit)
      return { rows, lastSeq: String(since), pending: await left(pouch, since) };
  }
}

/** Replaced revisions leave gaps in the numbers, hence "at most". */
async function left(pouch: Pouch, since: number): Promise<number> {
  const info = await pouch.info();
  return Math.max(0, Number(info.update_seq) - since);
}

function toRow(row: PouchRow, includeDocs: boolean): ChangesRow {
  const doc = row.doc as StoredDocument;
  const others = row.changes.map((change) => change.rev).filter((rev) => rev !== doc._rev);
  return {
    seq: String(row.seq),
    id: row.id,
    rev: doc._rev,
    deleted: row.deleted === true,
    leaves: [doc._rev, ...others],
    ...(includeDocs ? { doc } : {}),
  };
}
