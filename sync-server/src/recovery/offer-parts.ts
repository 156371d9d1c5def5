import { canonicalJson, signedAmount, type Payment } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { md5 } from '#src/sync/md5.ts';

export interface Named {
  readonly id: string;
  readonly rev: string;
}

/** One document of an offer as the owner's list needs it. */
export interface Offered extends Named {
  readonly type: string;
  readonly by: string;
  readonly money: number;
  /** Why it could not be brought back when an owner tried. */
  readonly reason?: string;
}

/** What one request of one phone offers. The bodies stand apart, so that listing them reads none. */
export interface OfferPart {
  readonly _id: string;
  readonly who: string;
  readonly device?: string;
  readonly receivedAt: string;
  readonly bytes: number;
  /** Of the bodies: a name alone does not tell what they say. */
  readonly hash?: string;
  readonly documents: readonly Offered[];
}

const prefix = 'offer:';
export const bodyIdOf = (partId: string): string => `offerBody:${partId.slice(prefix.length)}`;

/** Named by what it holds, so that sending it again keeps nothing more. */
export function partIdOf(sender: string, documents: readonly Named[]): string {
  const names = documents.map(({ id, rev }) => `${id} ${rev}`).sort();
  return `${prefix}${sender}:${md5(canonicalJson(names))}`;
}

export function offeredOf(named: Named, body: Readonly<Record<string, unknown>>): Offered {
  const { type, createdBy, amount } = body;
  const isMoney = type === 'payment' && typeof amount === 'number' && Number.isSafeInteger(amount);
  return {
    ...named,
    type: typeof type === 'string' ? type.slice(0, 60) : '',
    by: typeof createdBy === 'string' ? createdBy.slice(0, 64) : '',
    money: isMoney ? signedAmount(body as unknown as Payment) : 0,
  };
}

/** Every part that waits, of one sender or of all. */
export async function readParts(
  store: DocumentStore,
  sender = '',
): Promise<readonly (OfferPart & StoredDocument)[]> {
  const start = sender === '' ? prefix : `${prefix}${sender}:`;
  const found = await store.allDocs({ startId: start, endId: `${start}\uffff` });
  return found as readonly (OfferPart & StoredDocument)[];
}

/** The bodies first: a part without them could not be accepted. */
export async function writePart(
  store: DocumentStore,
  part: OfferPart,
  bodies: readonly unknown[],
): Promise<void> {
  const bodyId = bodyIdOf(part._id);
  const known = await store.allDocs({ keys: [bodyId, part._id] });
  const revOf = (id: string) => {
    const stored = known.find(({ _id }) => _id === id);
    return stored === undefined ? {} : { _rev: stored._rev };
  };
  await store.put({ _id: bodyId, ...revOf(bodyId), type: 'offerBody', documents: bodies });
  const hash = md5(canonicalJson(bodies));
  await store.put({ ...part, ...revOf(part._id), hash, type: 'offer' });
}

/** What an owner has in sight of one phone. */
export const seenName = (parts: readonly OfferPart[]): string =>
  md5(canonicalJson(parts.map(({ _id, hash = '' }) => `${_id} ${hash}`).sort()));

export async function removePart(store: DocumentStore, partId: string): Promise<void> {
  for (const { _id, _rev } of await store.allDocs({ keys: [partId, bodyIdOf(partId)] }))
    await store.put({ _id, _rev, _deleted: true });
}

/** Of these names the ones that the store has never seen under the name that they would come back under. */
export async function stillMissing<T extends Named>(
  store: DocumentStore,
  named: readonly T[],
): Promise<readonly T[]> {
  const revs = new Map<string, string[]>();
  for (const { id, rev } of named) revs.set(id, [...(revs.get(id) ?? []), rev]);
  const missing = await store.missingRevisions(Object.fromEntries(revs));
  return named.filter(({ id, rev }) => missing.get(id)?.includes(rev) === true);
}
