import { typeNamed, type AnyDocument, type RecoveryAccepted, type RecoveryOffers } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { Names } from '#src/sync/keeping/names.ts';
import {
  bodyIdOf,
  readParts,
  removePart,
  seenName,
  stillMissing,
  writePart,
  type Offered,
  type OfferPart,
} from './offer-parts.ts';
import { recoverDocuments, type Recovery } from './recover-documents.ts';
import { saysNothingNew } from './says-nothing-new.ts';

/** Of a part what the store has neither as it is nor, of records, word for word in other revisions. */
async function stillNews(store: DocumentStore, part: OfferPart): Promise<readonly Offered[]> {
  const missing = await stillMissing(store, part.documents);
  if (!missing.some(({ type }) => typeNamed(type)?.kind === 'record')) return missing;
  const bodies = ((await store.get(bodyIdOf(part._id)))?.['documents'] ?? []) as readonly AnyDocument[];
  const old = await saysNothingNew(
    store,
    bodies.filter((body) => typeNamed(body.type)?.kind === 'record'),
  );
  return missing.filter(({ id }) => !old.has(id));
}

const senderOf = ({ who, device }: OfferPart): string => device ?? who;

/** What phones offer, by who brought it; what has come by itself meanwhile is no longer listed. */
export async function listOffers(store: DocumentStore): Promise<RecoveryOffers> {
  const parts: OfferPart[] = [];
  for (const part of await readParts(store)) {
    const documents = await stillNews(store, part);
    if (documents.length === 0) await removePart(store, part._id);
    else parts.push({ ...part, documents });
  }
  const people = parts.flatMap((part) => [part, ...part.documents.map(({ by }) => ({ who: by }))]);
  const names = await Names.of(store, people);
  const senders = new Map<string, OfferPart[]>();
  for (const part of parts) senders.set(senderOf(part), [...(senders.get(senderOf(part)) ?? []), part]);
  return { items: [...senders].map(([id, own]) => itemOf(id, own, names)) };
}

function itemOf(id: string, parts: readonly OfferPart[], names: Names): RecoveryOffers['items'][number] {
  const documents = distinct(parts);
  const first = parts[0] as OfferPart;
  const refused = documents.flatMap((one) =>
    one.reason === undefined ? [] : [{ id: one.id, reason: one.reason }],
  );
  return {
    id,
    who: names.person(first.who),
    ...(first.device === undefined ? {} : { device: names.device(first.device) }),
    receivedAt: parts.map(({ receivedAt }) => receivedAt).sort()[0] ?? first.receivedAt,
    seen: seenName(parts),
    documents: documents.length,
    counts: Object.fromEntries(countBy(documents, ({ type }) => type)),
    by: [...countBy(documents, ({ by }) => by)].map(([person, count]) => ({
      ...names.person(person),
      documents: count,
      money: documents.filter(({ by }) => by === person).reduce((sum, { money }) => sum + money, 0),
    })),
    refused,
  };
}

const distinct = (parts: readonly OfferPart[]): readonly Offered[] => [
  ...new Map(parts.flatMap(({ documents }) => documents).map((one) => [one.id, one])).values(),
];

function countBy(
  documents: readonly Offered[],
  nameOf: (one: Offered) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of documents) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return counts;
}

/**
 * Brings back all that one phone offers; what the rules refuse stays listed with its reason. Repeating it answers anew.
 * @param seen as the owner's list named it: a phone that adds to its offer meanwhile, or puts another body under the same
 * name, is not accepted unseen.
 */
export async function acceptOffer(
  recovery: Recovery,
  sender: string,
  seen?: string,
): Promise<RecoveryAccepted> {
  const { store } = recovery;
  const parts = await readParts(store, sender);
  if (parts.length === 0) throw new AppError('not_found');
  if (seen !== undefined && seen !== seenName(parts)) throw new AppError('conflict');
  const counts = { stored: 0, known: 0, refused: 0 };
  // All parts together in order of what leads and what follows would be too much at once; a second round finds the heads.
  for (const part of [...parts, ...parts]) {
    const kept = await store.get(bodyIdOf(part._id));
    if (kept === undefined) continue;
    const bodies = kept['documents'] as readonly Readonly<Record<string, unknown>>[];
    const { who, device } = part;
    const offeredBy = { who, ...(device === undefined ? {} : { device }) };
    const owner = { ...recovery.owner, offeredBy };
    const rows = await recoverDocuments({ ...recovery, owner }, bodies);
    for (const { result } of rows) if (result === 'stored') counts.stored += 1;
    const refused = rows.filter(({ result }) => result === 'refused');
    if (refused.length === 0) await removePart(store, part._id);
    else await keepRefused(store, part, bodies, new Map(refused.map(({ id, reason = '' }) => [id, reason])));
  }
  const left = (await readParts(store, sender)).flatMap(({ documents }) => documents);
  const all = parts.flatMap(({ documents }) => documents).length;
  return { ...counts, refused: left.length, known: Math.max(0, all - counts.stored - left.length) };
}

async function keepRefused(
  store: DocumentStore,
  { _id, who, device, receivedAt, bytes, documents }: OfferPart,
  bodies: readonly Readonly<Record<string, unknown>>[],
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  const left = documents
    .filter(({ id }) => reasons.has(id))
    .map((one) => ({ ...one, reason: reasons.get(one.id) ?? '' }));
  const part = { _id, who, ...(device === undefined ? {} : { device }), receivedAt, bytes, documents: left };
  await writePart(
    store,
    part,
    bodies.filter(({ _id: id }) => reasons.has(String(id))),
  );
}

/** The owner does not want it; the phone that brought it keeps it. */
export async function discardOffer(store: DocumentStore, sender: string): Promise<void> {
  for (const part of await readParts(store, sender)) await removePart(store, part._id);
}
