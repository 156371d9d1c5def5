import type { ChangesRow, DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { withdraw } from '../writing/take-claim.ts';
import { isStored } from '../writing/verdict-claims.ts';

/** A claim whose document had not come when it was looked at. */
export interface OpenClaim {
  readonly id: string;
  /** When this sweeper saw it first, or as the claim itself says. */
  readonly at: string;
}

const releasedAfterMs = 24 * 3_600_000;
/** Only a store that fails all day leaves more; the oldest are looked at again when their document is sent again. */
const maxOpen = 2000;

const isClaim = (id: string): boolean => /^claim:(verdict|utr|number):/.test(id);

/** The claims that are still without a document, after these rows. */
export async function openClaims(
  store: DocumentStore,
  before: readonly OpenClaim[],
  rows: readonly ChangesRow[],
  nowMs: number,
): Promise<readonly OpenClaim[]> {
  const seen = new Date(nowMs).toISOString();
  const come = rows
    .filter(({ id, doc, deleted }) => isClaim(id) && doc && !deleted)
    .map(({ id, doc }) => ({ id, at: typeof doc?.['at'] === 'string' ? doc['at'] : seen }));
  const all = new Map([...before, ...come].map((claim) => [claim.id, claim]));
  if (come.length === 0) return before;
  const open = await withoutDocument(store, [...all.keys()]);
  return [...all.values()].filter(({ id }) => open.has(id)).slice(-maxOpen);
}

/** Withdraws those that waited for a day, and forgets those whose document came. */
export async function releaseClaims(
  store: DocumentStore,
  claims: readonly OpenClaim[],
  nowMs: number,
): Promise<readonly OpenClaim[]> {
  const open = await withoutDocument(
    store,
    claims.map(({ id }) => id),
  );
  const isOld = ({ at }: OpenClaim): boolean => nowMs - Date.parse(at) > releasedAfterMs;
  for (const claim of claims.filter(({ id }) => open.has(id)).filter(isOld))
    for (const leaf of open.get(claim.id) ?? []) await withdraw(store, claim.id, leaf._rev);
  return claims.filter((claim) => open.has(claim.id) && !isOld(claim));
}

/** The live leaves of each claim none of whose documents is stored. */
async function withoutDocument(
  store: DocumentStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredDocument[]>> {
  const found = ids.length === 0 ? new Map<string, readonly StoredDocument[]>() : await store.leavesOf(ids);
  const open = new Map<string, readonly StoredDocument[]>();
  for (const [id, leaves] of found) {
    const live = leaves.filter((leaf) => leaf._deleted !== true);
    const came = await Promise.all(live.map((leaf) => documentCame(store, leaf)));
    if (live.length > 0 && !came.includes(true)) open.set(id, live);
  }
  return open;
}

async function documentCame(store: DocumentStore, claim: StoredDocument): Promise<boolean> {
  if (claim._id.startsWith('claim:verdict:')) return isStored(store, claim);
  if (claim._id.startsWith('claim:number:')) return (await store.get(String(claim['holder']))) !== undefined;
  const payments = Array.isArray(claim['payments']) ? claim['payments'].map(String) : [];
  const [followers, known] = await Promise.all([
    store.view('by-head', { keys: payments }),
    store.allDocs({ keys: payments }),
  ]);
  // A proof alone is nobody's: the payment that it names may never come.
  return known.length > 0 && followers.some((row) => row.value === 'paymentProof');
}
