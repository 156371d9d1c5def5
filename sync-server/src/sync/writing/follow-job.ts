import { merge, typeNamed, type AnyDocument } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { accessRevision } from './corrections.ts';
import { bodyOf, childOf, isLive, joinLeaves, toLeaf, type Leaf } from './revisions.ts';

/** A bulk that a store takes at once, and as much as other writers wait for. */
const perBulk = 500;
/** Each round sees what raced with the one before; more means that the job itself moves faster than its papers. */
const maxRounds = 5;

/**
 * Brings everything that moves with a job to where the job stands now: its entries, and what follows those. Called after
 * a move, and again by whoever finds that a crash cut it short; repeating it writes nothing. The same holds for a head
 * (a payment) whose followers came first. Several gateways may do it at once: they write the same revisions.
 * @returns how many revisions were written.
 */
export async function followJob(store: DocumentStore, rootId: string): Promise<number> {
  let open = await membersOf(store, rootId);
  let written = 0;
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const moved: string[] = [];
    for (let at = 0; at < open.length; at += perBulk)
      moved.push(...(await move(store, rootId, open.slice(at, at + perBulk))));
    written += moved.length;
    open = moved;
  }
  return written;
}

/** By the indexes of the store; followers name their head and not the job. */
async function membersOf(store: DocumentStore, rootId: string): Promise<readonly string[]> {
  const children = await store.view('by-job', { keys: [rootId] });
  const heads = [rootId, ...children.map((row) => row.id)];
  const followers = await store.view('by-head', { keys: heads });
  return [...new Set([...children, ...followers].map((row) => row.id))];
}

/** One bulk; answers what it had to touch. The root is read each time: it may have moved on meanwhile. */
async function move(
  store: DocumentStore,
  rootId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const found = await store.leavesOf([rootId, 'workshop:self', ...ids]);
  const root = joinOf(found.get(rootId));
  if (!root) return [];
  const workshop = joinOf(found.get('workshop:self'));
  const moves = ids.flatMap((id) => {
    const writes = movesOf(found.get(id) ?? [], root, workshop);
    return writes.length === 0 ? [] : [{ id, writes }];
  });
  await store.bulkWrite(moves.flatMap(({ writes }) => writes));
  return moves.map(({ id }) => id);
}

function joinOf(leaves: readonly StoredDocument[] = []): AnyDocument | undefined {
  const live = leaves.filter((leaf) => isLive(leaf));
  return live.length === 0 ? undefined : merge(live.map((leaf) => bodyOf(leaf)));
}

function movesOf(
  stored: readonly StoredDocument[],
  root: AnyDocument,
  workshop: AnyDocument | undefined,
): readonly Leaf[] {
  const live = stored.map(toLeaf).filter(isLive);
  const [only] = live;
  if (!only) return [];
  const joins = live.length > 1 ? joinLeaves(live) : [];
  const leaf = joins[0] ?? only;
  const document = bodyOf(leaf);
  const type = typeNamed(document.type);
  if (!type) return joins;
  const job = root.type === 'job' ? root : undefined;
  const corrected = accessRevision(document, type, { job, head: root, workshop });
  return corrected ? [...joins, childOf(leaf, corrected)] : joins;
}
