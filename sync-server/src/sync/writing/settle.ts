import { eraseDocuments, itemsToErase } from '#src/erasure/erase-documents.ts';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { loweredJoin } from './stamps.ts';
import { isLive, joinLeaves, toLeaf } from './revisions.ts';

/** Racing writers end after one round each; more means that somebody writes without joining. */
const maxRounds = 5;

/**
 * Joins what another gateway wrote at the same time, until one leaf is left, and ends what stands beside an erasure. Also
 * what a sweeper repeats after a crash.
 */
export async function settle(store: DocumentStore, ids: readonly string[], nowMs: number): Promise<void> {
  let open = ids;
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const found = await store.leavesOf(open);
    await endErased(store, found);
    const branched = [...found].flatMap(([id, leaves]) => {
      const live = leaves.map(toLeaf).filter(isLive);
      return live.length > 1 && !isErased(leaves) ? [{ id, live }] : [];
    });
    if (branched.length === 0) return;
    await store.bulkWrite(branched.flatMap(({ live }) => joinLeaves(live, loweredJoin(live, nowMs))));
    open = branched.map(({ id }) => id);
  }
}

const isErased = (leaves: readonly StoredDocument[]): boolean =>
  leaves.some((leaf) => leaf._deleted === true && leaf['erased'] === true);

/** An owner erased it while it was written here: its tombstone is the last word. */
async function endErased(
  store: DocumentStore,
  found: ReadonlyMap<string, readonly StoredDocument[]>,
): Promise<void> {
  const ids = [...found].filter(([, leaves]) => isErased(leaves) && leaves.some(isLive)).map(([id]) => id);
  if (ids.length > 0) await eraseDocuments(store, await itemsToErase(store, ids));
}
