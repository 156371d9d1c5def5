import { canonicalJson, md5 } from '@revops/domain';
import type { Replica } from './env.ts';

/** How many revisions a branch has up to this one. */
export const generationOf = (rev: string): number => Number.parseInt(rev, 10) || 0;
/** What tells a revision from its siblings. */
export const hashOf = (rev: string): string => rev.slice(rev.indexOf('-') + 1);

/** The same bytes that the gateway computes for a person who lost this leaf, so that its own word changes nothing more. */
function removalOf(id: string, rev: string): Record<string, unknown> {
  const start = generationOf(rev) + 1;
  const hash = md5(canonicalJson(['removed', id, rev]));
  return {
    _id: id,
    _rev: `${start}-${hash}`,
    _deleted: true,
    _revisions: { start, ids: [hash, hashOf(rev)] },
  };
}

/** Ends single branches; what else lives of the document stays. */
export async function endBranches(
  replica: Replica,
  branches: readonly { readonly id: string; readonly rev: string }[],
): Promise<void> {
  const removals = branches.map(({ id, rev }) => removalOf(id, rev));
  if (removals.length > 0) await replica.bulkDocs(removals, { new_edits: false });
}

/** Takes documents out of the replica with every branch; compaction then deletes the bodies. */
export async function removeLeaves(replica: Replica, ids: readonly string[]): Promise<void> {
  const { rows } = await replica.allDocs({ keys: [...ids], include_docs: true, conflicts: true });
  const branches = rows.flatMap((row) => {
    if ('error' in row || row.doc === undefined || row.doc === null) return [];
    const { _id: id, _rev, _conflicts = [] } = row.doc;
    return [_rev, ..._conflicts].map((rev) => ({ id, rev }));
  });
  await endBranches(replica, branches);
}

/**
 * Whether a right was lost though a branch still lives here: one of the phone's own that the gateway had joined
 * meanwhile. A join stands above all branches, and a regained document above its removal; so whatever lives below a
 * deletion is what should have left.
 */
export function isBelowRemoval(leaves: readonly string[], living: readonly string[]): boolean {
  const highest = (revs: readonly string[]): number => Math.max(0, ...revs.map(generationOf));
  return highest(leaves) > highest(living);
}
