import { bareId, paymentState, type AnyDocument, type Claim, type Payment } from '@revops/domain';
import type { StoredDocument } from '#src/store/document-store.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Batch } from './batch.ts';
import { followerPrefixes } from './followers.ts';
import { claimId, takeClaim } from './verdict-claims.ts';

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
  for (;;) {
    const held = await takeClaim(store, id, { holder: claim.holder, payments: [paymentId] });
    if (held === 'taken') return undefined;
    const payments = paymentsOf(held);
    const mine = held['holder'] === claim.holder;
    if (mine && payments.includes(paymentId)) return undefined;
    if (!mine && !(await isReleased(batch, payments))) return clashOf(use, arrivedAt);
    const body = {
      type: 'claim',
      holder: claim.holder,
      payments: mine ? [...payments, paymentId] : [paymentId],
    };
    const moved = await store.put({ _id: id, _rev: held._rev, ...body });
    if (moved.outcome === 'created') return undefined;
  }
}

const paymentsOf = (claim: StoredDocument): readonly string[] =>
  Array.isArray(claim['payments']) ? claim['payments'].map(String) : [];

async function isReleased(batch: Batch, payments: readonly string[]): Promise<boolean> {
  await batch.load(payments);
  for (const id of payments) {
    await batch.loadFollowers(id, followerPrefixes(id));
    const payment = batch.document(id) as Payment | undefined;
    // A claim is made before its body: unknown means that it is on its way.
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
    schema: 1,
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
