import type { AnyDocument } from '#src/documents/envelope.ts';
import type {
  Payment,
  PaymentCancellation,
  PaymentClash,
  PaymentDecision,
  PaymentProof,
} from '#src/documents/payment.ts';

/** What a payment is worth now, and the entry that says so. */
export type PaymentState =
  | { readonly state: 'cancelled'; readonly by: PaymentCancellation }
  | { readonly state: 'rejected'; readonly by: PaymentDecision }
  | { readonly state: 'confirmed'; readonly by?: PaymentDecision }
  | { readonly state: 'clash'; readonly by: PaymentClash }
  | { readonly state: 'waiting' };

/** The followers of one payment, sorted out by what they say. */
export interface PaymentFollowers {
  readonly cancellations: readonly PaymentCancellation[];
  readonly decisions: readonly PaymentDecision[];
  readonly clashes: readonly PaymentClash[];
  readonly proofs: readonly PaymentProof[];
}

const ofType = <D extends AnyDocument>(documents: readonly AnyDocument[], type: string): D[] =>
  documents.filter((document) => document.type === type) as unknown as D[];

/**
 * What speaks of this payment and not only of its id: followers copy their head's collector. One that came before its
 * head could not be compared with it then, and must not cancel or prove the money of somebody else.
 */
export const followersOf = (
  payment: Pick<Payment, 'collectedBy'>,
  documents: readonly AnyDocument[],
): readonly AnyDocument[] => documents.filter((one) => one['collectedBy'] === payment.collectedBy);

/** Splits what follows a payment by type; order does not matter. */
export function paymentFollowers(documents: readonly AnyDocument[]): PaymentFollowers {
  return {
    cancellations: ofType<PaymentCancellation>(documents, 'paymentCancellation'),
    decisions: ofType<PaymentDecision>(documents, 'paymentDecision'),
    clashes: ofType<PaymentClash>(documents, 'paymentClash'),
    proofs: ofType<PaymentProof>(documents, 'paymentProof'),
  };
}

const later = (a: PaymentDecision, b: PaymentDecision): PaymentDecision =>
  b.turn > a.turn || (b.turn === a.turn && b._id > a._id) ? b : a;

/** The decision with the highest turn. */
export function latestDecision(decisions: readonly PaymentDecision[]): PaymentDecision | undefined {
  return decisions.length === 0 ? undefined : decisions.reduce(later);
}

/** A clash that no decision has answered. */
export function openClash(followers: PaymentFollowers): PaymentClash | undefined {
  const answered = new Set(followers.decisions.flatMap((decision) => decision.answers ?? []));
  return followers.clashes
    .filter((clash) => !answered.has(clash._id))
    .toSorted((a, b) => (a._id < b._id ? -1 : 1))[0];
}

/** The state of a payment, first match wins: a pure function of the set of entries, whatever their order. */
export function paymentState(
  payment: Pick<Payment, 'byOwner' | 'collectedBy'>,
  documents: readonly AnyDocument[],
): PaymentState {
  const followers = paymentFollowers(followersOf(payment, documents));
  const cancellation = followers.cancellations.toSorted(
    (a, b) => a.turn - b.turn || (a._id < b._id ? -1 : 1),
  )[0];
  if (cancellation !== undefined) return { state: 'cancelled', by: cancellation };
  const decision = latestDecision(followers.decisions);
  if (decision?.verdict === 'rejected') return { state: 'rejected', by: decision };
  if (decision?.verdict === 'confirmed') return { state: 'confirmed', by: decision };
  const clash = openClash(followers);
  if (clash !== undefined) return { state: 'clash', by: clash };
  return payment.byOwner ? { state: 'confirmed' } : { state: 'waiting' };
}

/** The number of the next word on a head: decisions and cancellations count together. */
export function nextTurn(documents: readonly AnyDocument[]): number {
  return (
    documents.reduce(
      (highest, document) => Math.max(highest, typeof document['turn'] === 'number' ? document['turn'] : 0),
      0,
    ) + 1
  );
}
