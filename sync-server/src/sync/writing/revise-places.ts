import { merge, typeNamed, type AnyDocument } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { accessRevision, type Surroundings } from './corrections.ts';
import { bodyOf, childOf, isLive, joinLeaves, toLeaf, type Leaf } from './revisions.ts';

/** A bulk that a store takes at once, and as much as other writers wait for. */
const perBulk = 500;
/** Each round sees what raced with the one before; more means that the job itself moves faster than its papers. */
const maxRounds = 5;

/**
 * Gives each of these documents the access revision that it needs where it does not stand as its job or head, and the
 * workshop's setting, say now. Repeating it writes nothing; gateways that do it at once write the same revisions. What
 * raced with it (another move, an edit) is joined and looked at again.
 * @returns the ids of what was revised.
 */
export async function revisePlaces(store: DocumentStore, ids: readonly string[]): Promise<readonly string[]> {
  const revised = new Set<string>();
  let open = [...new Set(ids)];
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const written: string[] = [];
    for (let at = 0; at < open.length; at += perBulk)
      written.push(...(await reviseBulk(store, open.slice(at, at + perBulk))));
    for (const id of written) revised.add(id);
    open = written;
  }
  return [...revised];
}

async function reviseBulk(store: DocumentStore, ids: readonly string[]): Promise<readonly string[]> {
  const leaves = await store.leavesOf(ids);
  const documents = ids.flatMap((id) => joinOf(leaves.get(id)) ?? []);
  const roots = await store.leavesOf(['workshop:self', ...documents.flatMap(rootsOf)]);
  const known = (id: string | undefined): AnyDocument | undefined =>
    id === undefined ? undefined : joinOf(roots.get(id));
  const workshop = known('workshop:self');
  const bulk = documents.flatMap((document) => {
    const type = typeNamed(document.type);
    const around = { job: known(type?.jobOf?.(document)), head: known(type?.headOf?.(document)), workshop };
    const writes = revisionsOf(leaves.get(document._id) ?? [], around);
    return writes.length === 0 ? [] : [{ id: document._id, writes }];
  });
  await store.bulkWrite(bulk.flatMap(({ writes }) => writes));
  return bulk.map(({ id }) => id);
}

function rootsOf(document: AnyDocument): readonly string[] {
  const type = typeNamed(document.type);
  return [type?.jobOf?.(document), type?.headOf?.(document)].filter((root) => root !== undefined);
}

function joinOf(leaves: readonly StoredDocument[] = []): AnyDocument | undefined {
  const live = leaves.filter((leaf) => isLive(leaf));
  return live.length === 0 ? undefined : merge(live.map((leaf) => bodyOf(leaf)));
}

function revisionsOf(stored: readonly StoredDocument[], around: Surroundings): readonly Leaf[] {
  const live = stored.map(toLeaf).filter(isLive);
  const joins = live.length > 1 ? joinLeaves(live) : [];
  const leaf = joins[0] ?? live[0];
  const document = leaf && bodyOf(leaf);
  const type = document && typeNamed(document.type);
  const corrected = type && accessRevision(document, type, around);
  return corrected ? [...joins, childOf(leaf, corrected)] : joins;
}
