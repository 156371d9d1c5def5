import { bareId, paymentState, typeNamed, type AnyDocument, type Claim, type Payment } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import type { Batch } from './batch.ts';
import { followerPrefixes } from './followers.ts';
import { maxAttempts, noQuorum, pause, takeClaim, withdraw } from './take-claim.ts';
import { claimId } from './verdict-claims.ts';

interface UtrUse {
  readonly claim: Claim;
  readonly paymentId: string;
  /** The proof as it is stored, after the gateway's corrections. */
  readonly proof: AnyDocument;
}

/**
 * Holds a bank reference for a payment, or answers the clash to be stored with the proof: money is never refused as a
 * record. A reference is free again when every payment that used it was rejected or cancelled; that is looked at here,
 * when somebody else asks for it, so that a rejection costs nothing.
 */
export async function claimUtr(
  store: DocumentStore,
  batch: Batch,
  use: UtrUse,
  arrivedAt: string,
): Promise<AnyDocument | undefined> {
  const { claim, paymentId } = use;
  const id = claimId(claim);
  let payments: readonly string[] = [paymentId];
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const held = await takeClaim(store, id, { holder: claim.holder, payments, at: arrivedAt });
    if (held === 'taken') return undefined;
    const mine = held.filter((leaf) => leaf['holder'] === claim.holder);
    const others = held.filter((leaf) => leaf['holder'] !== claim.holder);
    // Also one that has no quorum: a clash that an owner has to answer is better than one that nobody sees.
    for (const other of others)
      if (!(await isReleased(batch, other, arrivedAt))) return clashOf(use, arrivedAt);
    if (others.length === 0 && mine.every((leaf) => paymentsOf(leaf).includes(paymentId))) return undefined;
    payments = [...new Set([...mine.flatMap(paymentsOf), ...payments])];
    const body = { type: 'claim', holder: claim.holder, payments, at: arrivedAt };
    const moved = await store.put({ _id: id, _rev: held[0]?._rev ?? '', ...body });
    if (moved.outcome === 'created') return undefined;
    if (moved.outcome === 'accepted') await withdraw(store, id, moved.rev);
    await pause(attempt);
  }
  throw noQuorum();
}

const paymentsOf = (claim: StoredDocument): readonly string[] =>
  Array.isArray(claim['payments']) ? claim['payments'].map(String) : [];

/** A claim is made before its body, which is on its way for a while; behind that it never came. */
const comesWithinMs = 24 * 3_600_000;

async function isReleased(batch: Batch, claim: StoredDocument, arrivedAt: string): Promise<boolean> {
  const payments = paymentsOf(claim);
  const isOld = Date.parse(arrivedAt) - Date.parse(String(claim['at'])) > comesWithinMs;
  await batch.load(payments);
  for (const id of payments) {
    await batch.loadFollowers(id, followerPrefixes(id));
    const payment = batch.document(id) as Payment | undefined;
    if (!payment && isOld) continue;
    if (!payment) return false;
    const { state } = paymentState(payment, batch.followers(id));
    if (state !== 'rejected' && state !== 'cancelled') return false;
  }
  return payments.length > 0;
}

/** Named by payment and proof, so that a repeated request writes the same clash. */
function clashOf({ paymentId, proof }: UtrUse, arrivedAt: string): AnyDocument {
  return {
    _id: `paymentClash:${bareId(paymentId)}:${bareId(proof._id)}`,
    type: 'paymentClash',
    schema: typeNamed('paymentClash')?.version ?? 1,
    createdAt: arrivedAt,
    offset: proof.offset,
    createdBy: 'server',
    device: 'server',
    paymentId,
    proofId: proof._id,
    desk: proof['desk'],
    collectedBy: proof['collectedBy'],
    access: proof.access,
  };
}
