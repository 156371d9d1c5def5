import { documentTypes, merge, personOf, withoutPerson, type AnyDocument } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { bodyOf, childOf, isLive, joinLeaves, toLeaf, type Leaf } from '#src/sync/writing/revisions.ts';

/** An erasure is rare, and no index is worth keeping for it: everything that may repeat a person is read. */
const pageSize = 500;

/**
 * Takes what other documents repeat of these people out of them: the money and the work on a job stay, the name goes.
 * @returns how many documents it changed.
 */
export async function clearPerson(store: DocumentStore, people: ReadonlySet<string>): Promise<number> {
  let cleared = 0;
  for (const { type } of documentTypes.filter(({ personal }) => personal !== undefined))
    for await (const page of pagesOf(store, `${type}:`)) {
      const named = page.filter((document) => people.has(personOf(document) ?? ''));
      cleared += await clear(
        store,
        named.map(({ _id }) => _id),
      );
    }
  return cleared;
}

async function* pagesOf(store: DocumentStore, prefix: string): AsyncGenerator<readonly AnyDocument[]> {
  let startId = prefix;
  for (;;) {
    const found = await store.allDocs({ startId, endId: `${prefix}\uffff`, limit: pageSize });
    yield found.map((document) => document as unknown as AnyDocument);
    const last = found.at(-1);
    if (last === undefined || found.length < pageSize) return;
    startId = `${last._id}\u0000`;
  }
}

async function clear(store: DocumentStore, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const found = await store.leavesOf(ids);
  const changed = [...found.values()].flatMap((leaves) => {
    const writes = withoutWords(leaves.map(toLeaf).filter(isLive));
    return writes.length === 0 ? [] : [writes];
  });
  await store.bulkWrite(changed.flat());
  return changed.length;
}

/** Joined first where there are branches: one that kept the words would bring them back. */
function withoutWords(live: readonly Leaf[]): readonly Leaf[] {
  const joins = live.length > 1 ? joinLeaves(live, merge(live.map(bodyOf))) : [];
  const leaf = joins[0] ?? live[0];
  const bare = leaf && withoutPerson(bodyOf(leaf));
  return bare === undefined ? [] : [...joins, childOf(leaf as Leaf, bare)];
}
