import type { ChangesRow, DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { isLost, isReadable, type Keys } from './readable.ts';
import { isRemovalOf, removalOf } from './removals.ts';

/**
 * One document as one person sees it, winner first: readable leaves as they are, lost ones as their removals. Deleted
 * branches keep the access of what they end, so whoever may hold the branch hears of its end. Empty: for this person
 * there is no such document.
 */
export function visibleLeaves(keys: Keys, leaves: readonly StoredDocument[]): readonly StoredDocument[] {
  return leaves
    .flatMap((leaf) => {
      if (isReadable(keys, leaf)) return [leaf];
      return isLost(keys, leaf) ? [removalOf(leaf)] : [];
    })
    .sort(byWinning);
}

/** Whether the person's device may hold this revision of the document: as a body, an ancestor, or a removal. */
export function isKnown(keys: Keys, leaves: readonly StoredDocument[], rev: string): boolean {
  const visible = visibleLeaves(keys, leaves);
  if (visible.length === 0) return false;
  return (
    visible.some((leaf) => descendsFrom(leaf, rev)) ||
    (keys !== 'all' && leaves.some((leaf) => isRemovalOf(leaf, rev)))
  );
}

/** CouchDB's order: live before deleted, then the higher generation, then the higher hash. */
function byWinning(a: StoredDocument, b: StoredDocument): number {
  if (Boolean(a._deleted) !== Boolean(b._deleted)) return a._deleted === true ? 1 : -1;
  const generations = Number.parseInt(b._rev, 10) - Number.parseInt(a._rev, 10);
  return generations === 0 ? (a._rev < b._rev ? 1 : -1) : generations;
}

/** Rows of the feed that concern a person, as that person sees them: what was lost becomes a removal. */
export async function visibleRows(
  store: DocumentStore,
  keys: Keys,
  rows: readonly ChangesRow[],
): Promise<readonly ChangesRow[]> {
  const lost = rows.filter(({ doc }) => doc !== undefined && isLost(keys, doc));
  // The winner alone says it all where there is nothing else, which is nearly always.
  const branched = lost.filter((row) => row.leaves.length > 1).map((row) => row.id);
  const leaves = branched.length === 0 ? undefined : await store.leavesOf(branched);
  return rows.map((row) => {
    if (row.doc === undefined || !isLost(keys, row.doc)) return row;
    const visible = visibleLeaves(keys, leaves?.get(row.id) ?? [row.doc]);
    // Lost while it was read once more: what was read first is gone as well.
    return rowOf(row, visible.length > 0 ? visible : [removalOf(row.doc)]);
  });
}

function rowOf({ seq, id }: ChangesRow, visible: readonly StoredDocument[]): ChangesRow {
  const [winner] = visible as readonly [StoredDocument];
  const { _revisions, ...doc } = winner;
  const leaves = visible.map(({ _rev }) => _rev);
  return { seq, id, rev: doc._rev, deleted: doc._deleted === true, leaves, doc };
}
