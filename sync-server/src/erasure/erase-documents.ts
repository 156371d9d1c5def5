import { md5, sortedKeys } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { firstRevision, isLive, toLeaf, type Leaf } from '#src/sync/writing/revisions.ts';
import type { ErasedItem } from './erasure-log.ts';

const keysIn = (leaves: readonly StoredDocument[], field: 'access' | 'was'): string[] =>
  sortedKeys(leaves.flatMap((leaf) => (Array.isArray(leaf[field]) ? leaf[field].map(String) : [])));

/**
 * Who is told of what this server never had, such as one that was put back and hears of the erasure by an owner's phone:
 * anybody's phone may still name the person. It says no more than an id.
 */
const everybodyHere = ['staff'];

/** What has to be known of documents before they go: who is told of it, and which bytes go with them. */
export async function itemsToErase(
  store: DocumentStore,
  ids: readonly string[],
): Promise<readonly ErasedItem[]> {
  const found = await store.leavesOf([...new Set(ids)]);
  return [...new Set(ids)].map((id) => {
    const leaves = found.get(id) ?? [];
    const was = keysIn(leaves, 'was');
    const photo = leaves.find((leaf) => typeof leaf['sha256'] === 'string');
    const file = photo && { sha256: String(photo['sha256']), by: String(photo['createdBy']) };
    const numbered = leaves.find((leaf) => Number.isSafeInteger(leaf['n']));
    const entry = numbered && { device: String(numbered['device']), n: Number(numbered['n']) };
    return {
      id,
      access: leaves.length === 0 ? everybodyHere : keysIn(leaves, 'access'),
      ...(was.length === 0 ? {} : { was }),
      ...(file && { file }),
      ...(entry && { entry }),
    };
  });
}

/** Each round sees what another gateway wrote during the one before; what comes later that gateway ends itself. */
const maxRounds = 5;

/**
 * Ends every living leaf of these documents with a tombstone that carries its access keys, so that whoever has the body
 * is told that it is gone; what is not there at all gets one alone, so that no phone brings it back. Any number of
 * gateways write the same. Repeating it writes nothing.
 * @returns how many documents it ended.
 */
export async function eraseDocuments(store: DocumentStore, items: readonly ErasedItem[]): Promise<number> {
  const ended = new Set<string>();
  let open = items;
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const found = await store.leavesOf(open.map(({ id }) => id));
    const writes = open.flatMap((item) => endingsOf(item, found.get(item.id) ?? []));
    await store.bulkWrite(writes);
    const written = new Set(writes.map(({ _id }) => _id));
    for (const id of written) ended.add(id);
    open = open.filter(({ id }) => written.has(id));
  }
  return ended.size;
}

function endingsOf(item: ErasedItem, stored: readonly StoredDocument[]): readonly Leaf[] {
  const leaves = stored.map(toLeaf);
  return leaves.length === 0 ? [alone(item)] : leaves.filter(isLive).map((leaf) => over(leaf, item));
}

const contentOf = ({ access, was }: ErasedItem): Readonly<Record<string, unknown>> => ({
  _deleted: true,
  erased: true,
  access,
  ...(was === undefined ? {} : { was }),
});

const alone = (item: ErasedItem): Leaf => firstRevision({ ...contentOf(item), _id: item.id });

function over(leaf: Leaf, item: ErasedItem): Leaf {
  const start = leaf._revisions.start + 1;
  const hash = md5(`erased ${leaf._id} ${leaf._rev}`);
  const both = (field: 'access' | 'was'): string[] =>
    sortedKeys([...(item[field] ?? []), ...keysIn([leaf], field)]);
  const content = contentOf({ ...item, access: both('access'), was: both('was') });
  const _revisions = { start, ids: [hash, ...leaf._revisions.ids] };
  return { ...content, _id: leaf._id, _rev: `${start}-${hash}`, _revisions };
}
