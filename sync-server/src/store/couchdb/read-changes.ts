import type { ChangesOptions, ChangesPage, ChangesRow, StoredDocument } from '../document-store.ts';
import type { CouchDatabase } from './couch-database.ts';

interface CouchRow {
  readonly id: string;
  readonly seq: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?: StoredDocument;
}

export interface CouchChanges {
  readonly results: readonly CouchRow[];
  readonly last_seq: string;
  readonly pending: number;
}

export async function readChanges(database: CouchDatabase, options: ChangesOptions): Promise<ChangesPage> {
  const rows: ChangesRow[] = [];
  let { since } = options;
  for (;;) {
    const { body } = await database.call({
      kind: 'scan',
      path: '_changes',
      query: {
        style: 'all_docs',
        since,
        limit: options.limit - rows.length,
        ...(options.includeDocs ? { include_docs: true } : {}),
      },
    });
    const page = body as CouchChanges;
    rows.push(...toRows(page));
    since = page.last_seq;
    // Design documents take part in a page but are nobody's business.
    if (page.pending === 0 || page.results.length === 0) return { rows, lastSeq: since, pending: 0 };
    if (rows.length >= options.limit) return { rows, lastSeq: since, pending: page.pending };
  }
}

/** CouchDB lists the winner first. */
export function toRows({ results }: CouchChanges): readonly ChangesRow[] {
  return results
    .filter((row) => !row.id.startsWith('_design/'))
    .map((row) => {
      const leaves = row.changes.map((change) => change.rev);
      return {
        seq: row.seq,
        id: row.id,
        rev: row.doc?._rev ?? leaves[0] ?? '',
        deleted: row.deleted === true,
        leaves,
        ...(row.doc ? { doc: row.doc } : {}),
      };
    });
}
