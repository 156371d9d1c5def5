import type { AnyDocument, Claim } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { refuse, type Refusal } from './refusal.ts';
import { noQuorum, takeClaim, withdraw } from './take-claim.ts';

export const claimId = (claim: Claim): string => `claim:${claim.kind}:${claim.key}`;

/** What a claim remembers of the document it was made for; `rev` because two owners who decide one turn write one id. */
interface Decider {
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
  const held = await takeClaim(store, id, { holder: claim.holder, rev, by, at });
  if (held === 'taken') return undefined;
  const rivals = held.filter((leaf) => leaf['holder'] !== claim.holder || leaf['rev'] !== rev);
  const [first] = rivals;
  if (!first) return undefined;
  if (rivals.length === held.length) return refuse('already_decided', await whoDecided(store, first));
  return settleRivals(store, id, rivals, at);
}

/**
 * An earlier attempt of ours stands beside a rival: a process died before it could withdraw what only some copies took.
 * Whoever's document is stored holds the claim; if nobody's is, a rival that is long dead is withdrawn for it.
 */
async function settleRivals(
  store: DocumentStore,
  id: string,
  rivals: readonly StoredDocument[],
  at: string,
): Promise<Refusal | undefined> {
  for (const rival of rivals)
    if (await isStored(store, rival)) return refuse('already_decided', await whoDecided(store, rival));
  const alive = rivals.filter((rival) => Date.parse(at) - Date.parse(String(rival['at'])) < deadAfterMs);
  if (alive.length > 0) throw noQuorum();
  for (const rival of rivals) await withdraw(store, id, rival._rev);
  return undefined;
}

/** Whether the document that a verdict was claimed for came. */
export async function isStored(store: DocumentStore, claim: StoredDocument): Promise<boolean> {
  const leaves = await store.leaves(String(claim['holder']));
  return leaves.some((leaf) => descendsFrom(leaf, String(claim['rev'])));
}

async function whoDecided(store: DocumentStore, claim: StoredDocument): Promise<string | undefined> {
  const holder = (await store.get(String(claim['holder']))) as AnyDocument | undefined;
  const by = holder?.createdBy ?? claim['by'];
  const at = holder?.at ?? holder?.createdAt ?? claim['at'];
  if (typeof by !== 'string' || typeof at !== 'string') return undefined;
  const member = await store.get(`member:${by}`);
  const name = typeof member?.['name'] === 'string' ? member['name'] : 'Somebody else';
  return `${name} decided this first, at ${at}; decide anew if you still want to.`;
}
