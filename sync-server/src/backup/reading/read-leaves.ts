import { setTimeout as pause } from 'node:timers/promises';
import type { ChangesRow, DocumentStore, StoredDocument } from '#src/store/document-store.ts';

export type Leaves = readonly StoredDocument[];

const pageSize = 200;
const pauseMs = 50;
/** Only on a cluster, whose copies may differ for a moment. */
const maxRounds = 40;

/**
 * Every leaf of every document of a database that is being written to, as it all was at one place of its feed, which is
 * answered at the end. A document that is written anew moves behind the reader, so following the feed to its end misses
 * none; one whose leaves are not those that its row told has moved on already and is left for its next row. Else half of
 * a bulk would come along without the other.
 */
export async function* readLeaves(store: DocumentStore): AsyncGenerator<readonly Leaves[], string> {
  const moved = new Set<string>();
  let since = '0';
  for (let rounds = 0; ;) {
    const page = await store.changes({ since, limit: pageSize });
    since = page.lastSeq;
    if (page.rows.length > 0) yield await settled(store, page.rows, moved);
    if (page.pending > 0) continue;
    if (moved.size === 0) return since;
    if (page.rows.length > 0 && (rounds += 1) < maxRounds) continue;
    await pause(pauseMs);
    if ((rounds += 1) < maxRounds) continue;
    const found = await store.leavesOf([...moved]);
    yield [...found.values()].filter((leaves) => leaves.length > 0);
    return since;
  }
}

async function settled(
  store: DocumentStore,
  rows: readonly ChangesRow[],
  moved: Set<string>,
): Promise<readonly Leaves[]> {
  const found = await store.leavesOf(rows.map(({ id }) => id));
  return rows.flatMap(({ id, leaves }) => {
    const stored = found.get(id) ?? [];
    const isAsTold = sameRevisions(leaves, stored);
    if (isAsTold) moved.delete(id);
    else moved.add(id);
    return isAsTold ? [stored] : [];
  });
}

function sameRevisions(told: readonly string[], stored: Leaves): boolean {
  const revs = new Set(stored.map(({ _rev }) => _rev));
  return revs.size === told.length && told.every((rev) => revs.has(rev));
}
