import { isAhead, typeNamed } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { bodyOf, isLive, joinLeaves, toLeaf } from '../writing/revisions.ts';
import { loweredJoin, stampsOf } from '../writing/stamps.ts';

/**
 * Records that were stored with a clock that runs ahead, because the gateway died before it wrote the revision that
 * lowers it. Other leaves have been joined before, so there is one.
 */
export async function lowerLeftovers(
  store: DocumentStore,
  documents: readonly StoredDocument[],
  nowMs: number,
): Promise<void> {
  const ids = documents.filter((document) => runsAhead(document, nowMs)).map(({ _id }) => _id);
  if (ids.length === 0) return;
  const found = await store.leavesOf(ids);
  const writes = [...found.values()].flatMap((leaves) => {
    const live = leaves.map(toLeaf).filter(isLive);
    return live.length === 1 ? joinLeaves(live, loweredJoin(live, nowMs)) : [];
  });
  await store.bulkWrite(writes);
}

function runsAhead(document: StoredDocument, nowMs: number): boolean {
  const body = bodyOf(document);
  if (typeNamed(body.type)?.kind !== 'record') return false;
  return stampsOf(body).some((stamp) => isAhead(stamp, nowMs));
}
