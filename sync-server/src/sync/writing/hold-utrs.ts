import {
  paymentState,
  typeNamed,
  type Actor,
  type AnyDocument,
  type Claim,
  type Payment,
} from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { Batch } from './batch.ts';
import { followerPrefixes } from './followers.ts';
import { firstRevision } from './revisions.ts';
import { claimUtr } from './utr-claims.ts';

/** What one request, or one sweep, holds bank references with. */
export interface UtrParts {
  readonly store: DocumentStore;
  readonly batch: Batch;
  readonly arrivedAt: string;
}

/**
 * Holds a bank reference for the payment that a proof belongs to. A proof whose payment is not here holds nothing: it
 * could name one that will never come, and block somebody's honest reference. Its turn comes with the payment.
 */
export async function holdUtr(parts: UtrParts, claim: Claim, proof: AnyDocument): Promise<void> {
  const paymentId = String(proof['paymentId']);
  if (parts.batch.live(paymentId).length > 0) await hold(parts, claim, proof, paymentId);
}

async function hold(
  { store, batch, arrivedAt }: UtrParts,
  claim: Claim,
  proof: AnyDocument,
  paymentId: string,
): Promise<void> {
  const clash = await claimUtr(store, batch, { claim, paymentId, proof }, arrivedAt);
  if (!clash) return;
  await batch.load([clash._id]);
  if (batch.leaves(clash._id).length > 0) return;
  const leaf = firstRevision(clash);
  batch.admit(clash._id, [leaf], [leaf]);
  batch.follow(paymentId, clash);
}

/** A payment confirmed after a rejection holds its bank reference anew, or clashes with who took it meanwhile. */
export async function holdUtrAgain(parts: UtrParts, decision: AnyDocument): Promise<void> {
  const { paymentId } = decision;
  if (decision['verdict'] !== 'confirmed' || typeof paymentId !== 'string') return;
  if (!parts.batch.followers(paymentId).some((follower) => follower['verdict'] === 'rejected')) return;
  for (const { claim, proof } of await referencesOf(parts, paymentId)) await holdUtr(parts, claim, proof);
}

/** A payment has come after its proofs: those that are of its own collector and transfer hold their references now. */
export async function holdEarlierUtrs(parts: UtrParts, payment: AnyDocument): Promise<void> {
  for (const { claim, proof } of await referencesOf(parts, payment._id))
    if (typeNamed(proof.type)?.mayJoin?.(anybody, proof, { head: payment, followers: [] }) === undefined)
      await hold(parts, claim, proof, payment._id);
}

/** The rules between a proof and its payment ask nobody's rights. */
const anybody: Actor = { userId: '', role: 'customer', deviceIds: [] };

/** What a crash, or two gateways that each saw one half, left without its claim. Repeating it writes nothing. */
export async function sweepEarlierUtrs(store: DocumentStore, rootId: string, nowMs: number): Promise<void> {
  if (!rootId.startsWith('payment:')) return;
  const batch = new Batch(store);
  await batch.load([rootId]);
  await batch.loadFollowers(rootId, followerPrefixes(rootId));
  const payment = batch.document(rootId) as (AnyDocument & Payment) | undefined;
  if (!payment) return;
  const { state } = paymentState(payment, batch.followers(rootId));
  // What was rejected or cancelled has given its reference back.
  if (state === 'rejected' || state === 'cancelled') return;
  await holdEarlierUtrs({ store, batch, arrivedAt: new Date(nowMs).toISOString() }, payment);
  if (batch.writes.length > 0) await store.bulkWrite(batch.writes);
}

interface Reference {
  readonly claim: Claim;
  readonly proof: AnyDocument;
}

async function referencesOf({ store, batch }: UtrParts, paymentId: string): Promise<readonly Reference[]> {
  const rows = await store.view('by-head', { keys: [paymentId] });
  const ids = rows.filter((row) => row.value === 'paymentProof').map((row) => row.id);
  await batch.load(ids);
  return ids.flatMap((id) => {
    const proof = batch.document(id);
    const claims = (proof && typeNamed(proof.type)?.claims?.(proof)) ?? [];
    return proof ? claims.filter(({ kind }) => kind === 'utr').map((claim) => ({ claim, proof })) : [];
  });
}
