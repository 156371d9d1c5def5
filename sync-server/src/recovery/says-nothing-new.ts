import { fieldsWithNews, merge, type AnyDocument } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { bodyOf, isLive } from '#src/sync/writing/revisions.ts';

/** Of these records the ones of which every word stands here already, by whomever it came. */
export async function saysNothingNew(
  store: DocumentStore,
  records: readonly AnyDocument[],
): Promise<ReadonlySet<string>> {
  const found = await store.leavesOf(records.map(({ _id }) => _id));
  const known = records.filter((record) => {
    const live = (found.get(record._id) ?? []).filter(isLive).map((leaf) => bodyOf(leaf));
    if (live.length === 0) return false;
    const stands = merge(live);
    return fieldsWithNews(stands, merge([stands, bodyOf(record as never)])).length === 0;
  });
  return new Set(known.map(({ _id }) => _id));
}
