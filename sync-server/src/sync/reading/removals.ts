import { canonicalJson } from '@revops/domain';
import type { StoredDocument } from '#src/store/document-store.ts';
import { md5 } from '../md5.ts';

const hashOf = (id: string, leafRev: string): string => md5(canonicalJson(['removed', id, leafRev]));

const generationOf = (rev: string): number => Number.parseInt(rev, 10);

/**
 * What a person who lost a document gets instead of this leaf: a deletion over it without content. Computed from id and
 * revision alone, so every gateway answers the same and nothing is stored. With the leaf's ancestry (where it was read
 * with it), because a deletion wins over the body on a device only if it grew out of what the device holds: beside it,
 * CouchDB's order lets the living branch win. For the same reason a re-granted leaf, of the same generation at least,
 * wins over the removal.
 */
export function removalOf(leaf: StoredDocument): StoredDocument {
  const hash = hashOf(leaf._id, leaf._rev);
  const start = generationOf(leaf._rev) + 1;
  const removal = { _id: leaf._id, _rev: `${start}-${hash}`, _deleted: true };
  if (leaf._revisions === undefined) return removal;
  return { ...removal, _revisions: { start, ids: [hash, ...leaf._revisions.ids] } };
}

/** Whether a revision is the removal of this leaf or of one that the leaf grew out of: a device may hold any of them. */
export function isRemovalOf(leaf: StoredDocument, rev: string): boolean {
  const parent = generationOf(rev) - 1;
  const { start, ids } = leaf._revisions ?? { start: 0, ids: [] };
  const parentHash = ids[start - parent];
  return parentHash !== undefined && rev === `${parent + 1}-${hashOf(leaf._id, `${parent}-${parentHash}`)}`;
}
