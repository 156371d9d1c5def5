import type { Actor } from '#src/access/actor.ts';
import { deskKey, sortedKeys } from '#src/access/access-keys.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import {
  paymentCancellationSchema,
  paymentClashSchema,
  paymentDecisionSchema,
  paymentProofSchema,
  paymentSchema,
  type Payment,
  type PaymentCancellation,
  type PaymentClash,
  type PaymentDecision,
  type PaymentFollower,
  type PaymentProof,
} from '#src/documents/payment.ts';
import { bareId } from '#src/ids/document-id.ts';
import { followersOf, paymentFollowers, paymentState } from '#src/payments/payment-state.ts';
import { defineType, type Claim, type Group } from './document-type.ts';
import { gatewayOnly } from './rules.ts';

const readers = (document: { desk: string; collectedBy: string }): string[] =>
  sortedKeys([deskKey(document.desk), deskKey(document.collectedBy)]);

/** A manager speaks only of money that the manager took. */
function collectorOnly(actor: Actor, collectedBy: string): RefusalCode | undefined {
  if (actor.role === 'owner') return undefined;
  return actor.role === 'manager' && collectedBy === actor.userId ? undefined : 'not_permitted';
}

/** A follower copies its head's collector; a false copy would open the entry to a stranger. */
const copiesHead = (document: PaymentFollower, group: Group): RefusalCode | undefined =>
  group.head !== undefined && group.head['collectedBy'] !== document.collectedBy
    ? 'access_mismatch'
    : undefined;

/** Payments share a bank reference by sharing a transfer; a proof that named another's would hide the clash. */
const copiesTransfer = (proof: PaymentProof, { head }: Group): RefusalCode | undefined =>
  head !== undefined && head['transfer'] !== proof.transfer ? 'invalid_document' : undefined;

/** Decisions and cancellations share the turns of a payment; after a cancellation there is no further turn. */
const verdictClaim = (document: PaymentCancellation | PaymentDecision): Claim[] => {
  const [group, isLast] = [bareId(document.paymentId), document.type === 'paymentCancellation'];
  const word = { group, turn: document.turn, isLast };
  return [{ kind: 'verdict', key: `${group}:${document.turn}`, holder: document._id, word }];
};

const turnIsNamed = (document: PaymentCancellation | PaymentDecision): RefusalCode | undefined =>
  document._id === `${document.type}:${bareId(document.paymentId)}:${document.turn}`
    ? undefined
    : 'invalid_document';

export const paymentType = defineType<Payment>({
  type: 'payment',
  kind: 'entry',
  version: 1,
  schema: paymentSchema,
  setFields: [],
  accessOf: readers,
  jobOf: (payment) => payment.jobId,
  may: (actor, _before, after) =>
    // Also where an owner vouches for it: nobody's entry makes cash somebody else's.
    collectorOnly({ ...actor, role: actor.wroteAs ?? actor.role }, after.collectedBy) ??
    (after.byOwner === ((actor.wroteAs ?? actor.role) === 'owner') ? undefined : 'protected_field'),
});

export const paymentProofType = defineType<PaymentProof>({
  type: 'paymentProof',
  kind: 'entry',
  version: 1,
  schema: paymentProofSchema,
  setFields: [],
  accessOf: readers,
  headOf: (proof) => proof.paymentId,
  may: (actor, _before, after) => collectorOnly(actor, after.collectedBy),
  mayJoin: (_actor, document, group) => copiesHead(document, group) ?? copiesTransfer(document, group),
  claims: (proof) => [{ kind: 'utr', key: proof.utr, holder: proof.transfer ?? proof.paymentId }],
});

export const paymentCancellationType = defineType<PaymentCancellation>({
  type: 'paymentCancellation',
  kind: 'entry',
  version: 1,
  schema: paymentCancellationSchema,
  setFields: [],
  accessOf: readers,
  headOf: (cancellation) => cancellation.paymentId,
  may: (actor, _before, after) => collectorOnly(actor, after.collectedBy) ?? turnIsNamed(after),
  mayJoin(_actor, document, group) {
    const copied = copiesHead(document, group);
    if (copied !== undefined || group.head === undefined) return copied;
    const { state } = paymentState(group.head as unknown as Payment, group.followers);
    return state === 'waiting' || state === 'clash' ? undefined : 'already_decided';
  },
  claims: verdictClaim,
});

export const paymentDecisionType = defineType<PaymentDecision>({
  type: 'paymentDecision',
  kind: 'entry',
  version: 1,
  schema: paymentDecisionSchema,
  setFields: [],
  accessOf: readers,
  headOf: (decision) => decision.paymentId,
  may: (actor, _before, after) => (actor.role === 'owner' ? turnIsNamed(after) : 'not_permitted'),
  mayJoin(_actor, document, group) {
    const copied = copiesHead(document, group);
    if (copied !== undefined) return copied;
    const { head } = group;
    const known = head ? followersOf(head as unknown as Payment, group.followers) : group.followers;
    const followers = paymentFollowers(known);
    if (followers.cancellations.length > 0) return 'after_cancellation';
    const answered = new Set([
      ...followers.decisions.flatMap((earlier) => earlier.answers ?? []),
      ...(document.answers ?? []),
    ]);
    const open = followers.clashes.some((clash) => !answered.has(clash._id));
    return document.verdict === 'confirmed' && open ? 'clash_unanswered' : undefined;
  },
  claims: verdictClaim,
});

export const paymentClashType = defineType<PaymentClash>({
  type: 'paymentClash',
  kind: 'entry',
  version: 1,
  schema: paymentClashSchema,
  setFields: [],
  accessOf: readers,
  headOf: (clash) => clash.paymentId,
  may: gatewayOnly,
});
