import { canonicalJson, type AnyDocument } from '@revops/domain';
import { bodyOf, childOf, joinLeaves, leavesWith, type Leaf } from './revisions.ts';

/** The revisions to store, the live leaves that are left then, and the content of the winner. */
export interface Placed {
  readonly writes: readonly Leaf[];
  readonly leaves: readonly Leaf[];
  readonly after: AnyDocument;
}

/** The join of one body is that body. */
export function placedAlone(coming: Leaf, after: AnyDocument, corrected: AnyDocument | undefined): Placed {
  if (!corrected) return { writes: [coming], leaves: [coming], after };
  const child = childOf(coming, corrected);
  return { writes: [coming, child], leaves: [child], after: corrected };
}

/** One bulk ends in one live leaf, whatever was there before. */
export function placed(
  live: readonly Leaf[],
  coming: Leaf,
  after: AnyDocument,
  corrected: AnyDocument | undefined,
): Placed {
  if (corrected) return placedAlone(coming, after, corrected);
  const leaves = leavesWith(live, coming);
  if (leaves.length === 1 && canonicalJson(after) === canonicalJson(bodyOf(coming)))
    return { writes: [coming], leaves, after };
  const [join, ...tombstones] = joinLeaves(leaves, after);
  if (!join) throw new Error('a join has at least one leaf');
  return { writes: [coming, join, ...tombstones], leaves: [join], after };
}
