import type { DocumentStore } from '#src/store/document-store.ts';
import { loweredJoin } from './stamps.ts';
import { isLive, joinLeaves, toLeaf } from './revisions.ts';

/** Racing writers end after one round each; more means that somebody writes without joining. */
const maxRounds = 5;

/** Joins what another gateway wrote at the same time, until one leaf is left. Also what a sweeper repeats after a crash. */
export async function settle(store: DocumentStore, ids: readonly string[], nowMs: number): Promise<void> {
  let open = ids;
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const found = await store.leavesOf(open);
    const branched = [...found].flatMap(([id, leaves]) => {
      const live = leaves.map(toLeaf).filter(isLive);
      return live.length > 1 ? [{ id, live }] : [];
    });
    if (branched.length === 0) return;
    await store.bulkWrite(branched.flatMap(({ live }) => joinLeaves(live, loweredJoin(live, nowMs))));
    open = branched.map(({ id }) => id);
  }
}
