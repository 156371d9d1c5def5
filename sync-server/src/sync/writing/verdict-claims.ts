import type { AnyDocument, Claim } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { refuse, type Refusal } from './refusal.ts';
import { maxAttempts, noQuorum, takeClaim, withdraw } from './take-claim.ts';

export const claimId = (claim: Claim): string => `claim:${claim.kind}:${claim.key}`;

/** What a claim remembers of the document it was made for; `rev` because two owners who decide one turn write one id. */
export interface Decider {
  readonly rev: string;
  readonly by: string;
  readonly at: string;
}

/** A request that has not stored its document by then is dead: the store itself gives up sooner. */
const deadAfterMs = 120_000;

/** Exactly one word per turn: arrival order decides, not clocks. */
export async function claimVerdict(
  store: DocumentStore,
  claim: Claim,
  { rev, by, at }: Decider,
): Promise<Refusal | undefined> {
  const id = claimId(claim);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const held = await takeClaim(store, id, { holder: claim.holder, rev, by, at });
    if (held === 'taken') return undefined;
    const isMine = (leaf: StoredDocument): boolean => leaf['holder'] === claim.holder && leaf['rev'] === rev;
    const mine = held.filter(isMine);
    if (mine.length === held.length) return undefined;
    const holder = mine.length === 0 ? held[0] : await whoseCame(store, held);
    if (holder && isMine(holder)) return undefined;
    if (holder) return refuse('already_decided', await whoDecided(store, holder));
    await withdrawDead(store, id, held, at);
  }
  throw noQuorum();
}

/** Of several that stand beside one another whoever's document is stored holds the claim. */
async function whoseCame(
  store: DocumentStore,
  claims: readonly StoredDocument[],
): Promise<StoredDocument | undefined> {
  for (const claim of claims) if (await isStored(store, claim)) return claim;
  return undefined;
}

/**
 * An earlier attempt of ours stands beside a rival, because a process died before it could withdraw what only some
 * copies took. None of them can be told to hold it; once all are dead they are withdrawn, and it is taken anew.
 */
async function withdrawDead(
  store: DocumentStore,
  id: string,
  held: readonly StoredDocument[],
  at: string,
): Promise<void> {
  if (held.some((claim) => Date.parse(at) - Date.parse(String(claim['at'])) < deadAfterMs)) throw noQuorum();
  for (const claim of held) await withdraw(store, id, claim._rev);
}

/** Whether the document that a verdict was claimed for came. */
export async function isStored(store: DocumentStore, claim: StoredDocument): Promise<boolean> {
  const leaves = await store.leaves(String(claim['holder']));
  return leaves.some((leaf) => descendsFrom(leaf, String(claim['rev'])));
}

export async function whoDecided(store: DocumentStore, claim: StoredDocument): Promise<string | undefined> {
  const holder = (await store.get(String(claim['holder']))) as AnyDocument | undefined;
  const by = holder?.createdBy ?? claim['by'];
  const at = holder?.at ?? holder?.createdAt ?? claim['at'];
  if (typeof by !== 'string' || typeof at !== 'string') return undefined;
  const member = await store.get(`member:${by}`);
  const name = typeof member?.['name'] === 'string' ? member['name'] : 'Somebody else';
  return `${name} decided this first, at ${at}; decide anew if you still want to.`;
}
