import { descendsFrom } from '../ancestry.ts';
import { generationOf, isLive, type Leaf } from './revisions.ts';

/** What one phone writes over a document before it is heard; a longer line begins as a branch of its own. */
const maxNewAncestors = 100;

/**
 * How large the tree of a document may get by branches. Ended ones stay in it for good, and a store works through all of
 * it at each read and write: without a bound, one person's requests would stop everybody's. Far more than people make by
 * editing without having seen each other: about a hundred branches, fewer of a document with a long history.
 */
const maxTree = 10_000;
const weightOf = ({ _revisions }: Leaf): number => 100 + _revisions.ids.length;

/** A revision with as much of its ancestry as counts here; undefined where it would be one branch too many. */
export function grafted(coming: Leaf, stored: readonly Leaf[]): Leaf | undefined {
  const short = shortened(coming, stored);
  const live = stored.filter(isLive);
  const isBranch = live.every((leaf) => !descendsFrom(short, leaf._rev));
  const weight = stored.reduce((sum, leaf) => sum + weightOf(leaf), 0);
  return isBranch && weight > maxTree ? undefined : short;
}

function shortened(coming: Leaf, stored: readonly Leaf[]): Leaf {
  const { start, ids } = coming._revisions;
  if (ids.length <= maxNewAncestors) return coming;
  const isStored = (id: string, index: number): boolean =>
    stored.some((leaf) => descendsFrom(leaf, `${start - index}-${id}`));
  if (ids.slice(0, maxNewAncestors).some(isStored)) return coming;
  return { ...coming, _revisions: { start: generationOf(coming._rev), ids: ids.slice(0, maxNewAncestors) } };
}
