import { hlcOf, nextStamp, sortedKeys, stampTimeMs, typeNamed, type AnyDocument } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { bodyOf, childOf, isLive, joinLeaves, toLeaf, type Leaf } from './revisions.ts';

/**
 * Lets the desk of a job read the customer and the vehicle that the job names, also where the book is not shared. They
 * keep the desks that they had: who knew a customer goes on knowing them. A pure function of what is stored, so gateways
 * that do it at once write the same revisions, and repeating it writes nothing.
 * @returns how many documents were revised.
 */
export async function followBook(store: DocumentStore, jobId: string): Promise<number> {
  const job = await joined(store, jobId);
  const { desk, customerId, vehicleId } = job ?? ({} as Partial<AnyDocument>);
  const ids = [customerId, vehicleId].filter((id) => typeof id === 'string');
  if (!job || typeof desk !== 'string' || ids.length === 0) return 0;
  const stamp = hlcOf(job.stamps?.['desk']);
  const found = await store.leavesOf(ids);
  const writes = ids.map((id) => revisionsOf((found.get(id) ?? []).map(toLeaf), desk, stamp));
  await store.bulkWrite(writes.flat());
  return writes.filter((of) => of.length > 0).length;
}

async function joined(store: DocumentStore, id: string): Promise<AnyDocument | undefined> {
  const live = (await store.leaves(id)).map(toLeaf).filter(isLive);
  const [leaf] = live.length > 1 ? joinLeaves(live) : live;
  return leaf && bodyOf(leaf);
}

function revisionsOf(stored: readonly Leaf[], desk: string, stamp: string): readonly Leaf[] {
  const live = stored.filter(isLive);
  const joins = live.length > 1 ? joinLeaves(live) : [];
  const leaf = joins[0] ?? live[0];
  const opened = leaf && withDesk(bodyOf(leaf), desk, stamp);
  return opened ? [...joins, childOf(leaf, opened)] : [];
}

function withDesk(document: AnyDocument, desk: string, stamp: string): AnyDocument | undefined {
  const { desks } = document;
  const type = typeNamed(document.type);
  if (!type || !Array.isArray(desks) || desks.includes(desk)) return undefined;
  const name = `desks/${desk}`;
  const before = hlcOf(document.stamps?.[name]);
  // Later than what once took the desk away, or the next join would take it away again.
  const later = stamp > before ? stamp : nextStamp(before, stampTimeMs(before), 'server');
  const opened: AnyDocument = {
    ...document,
    desks: sortedKeys([...(desks as string[]), desk]),
    stamps: { ...document.stamps, [name]: later },
  };
  const access = type.accessOf(opened);
  const { was = [], ...rest } = opened;
  const left = was.filter((key) => !access.includes(key));
  return { ...rest, access, ...(left.length === 0 ? {} : { was: left }) };
}
