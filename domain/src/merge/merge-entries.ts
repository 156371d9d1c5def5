import { sortedKeys } from '#src/access/access-keys.ts';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';

/** The smallest of the instants there are. */
export const earliest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants.filter((instant) => instant !== undefined).toSorted()[0];

/**
 * Entries have one body; only the gateway's access revisions differ from it, and the store keeps those as children,
 * so two leaves are rare. The bytes decide then, `was` is united and the earliest arrival kept. Ranking by anything that
 * merging itself changes would not be associative.
 */
export function mergeEntries(leaves: readonly AnyDocument[]): AnyDocument {
  const winner = leaves.reduce((a, b) => (contentBytes(a) >= contentBytes(b) ? a : b));
  const was = sortedKeys(leaves.flatMap((leaf) => [...(leaf.was ?? []), ...leaf.access])).filter(
    (key) => !winner.access.includes(key),
  );
  const at = earliest(leaves.map((leaf) => leaf.at));
  const { was: _was, at: _at, ...body } = winner;
  return {
    ...body,
    ...(was.length === 0 ? {} : { was }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Bytes without what the merge itself unites, so that uniting twice changes nothing. */
function contentBytes(leaf: AnyDocument): string {
  const { was: _was, at: _at, ...body } = leaf;
  return canonicalJson(body);
}
