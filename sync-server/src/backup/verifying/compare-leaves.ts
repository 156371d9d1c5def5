import { canonicalJson } from '@revops/domain';
import type { Leaves } from '../reading/read-leaves.ts';
import type { Differences } from './differences.ts';

/**
 * Each leaf of the archive must be here as it was; only one that the archive itself holds a successor of may have become
 * an ancestor.
 */
export function compareLeaves(
  where: string,
  archived: Leaves,
  found: Leaves,
  differences: Differences,
): void {
  const id = archived[0]?._id ?? found[0]?._id ?? '';
  const byRev = new Map(found.map((leaf) => [leaf._rev, leaf]));
  for (const leaf of archived) {
    const stored = byRev.get(leaf._rev);
    if (stored === undefined) {
      if (!found.some((other) => descends(other._revisions, leaf._rev)))
        differences.add(`${where}: ${id} lacks revision ${leaf._rev}`);
    } else if (canonicalJson(stored) !== canonicalJson(leaf)) {
      differences.add(`${where}: ${id} differs in revision ${leaf._rev}`);
    }
  }
}

function descends(
  ancestry: { readonly start: number; readonly ids: readonly string[] } | undefined,
  rev: string,
): boolean {
  return ancestry?.ids.some((hash, index) => `${ancestry.start - index}-${hash}` === rev) === true;
}
