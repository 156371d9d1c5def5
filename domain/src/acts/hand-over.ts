import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement, SettlementDecision } from '#src/documents/settlement.ts';
import { bareId } from '#src/ids/document-id.ts';
import type { Money } from '#src/money/money.ts';
import { latestDecision, nextTurn, paymentFollowers, paymentState } from '#src/payments/payment-state.ts';
import { ownerHasSpoken, settlementState } from '#src/payments/settlement-state.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

/** Cash as counted by the giver; `notes` counts pieces per denomination in major units. */
export interface HandOverInput {
  /** Who gives it; owners may name another person than themselves. */
  readonly from?: string | undefined;
  readonly to: string;
  readonly amount: Money;
  readonly notes?: Readonly<Record<string, number>> | undefined;
  readonly payments?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

/** Hands cash to another person; nobody's cash moves until that is confirmed. */
export function handOver(context: ActContext, input: HandOverInput): ActResult {
  if (input.amount <= 0) return problem('amount_not_positive', 'amount');
  const from = input.from ?? context.userId;
  if (context.role !== 'owner' && from !== context.userId) return problem('not_permitted', 'from');
  if (input.to === from) return problem('same_person', 'to');
  return act(context, 'hand_over', [
    newEntry(context, 'settlement', {
      ...input,
      payments: [...(input.payments ?? [])],
      from,
    }),
  ]);
}

/** A payment with what follows it. */
export interface PaymentGroup {
  readonly payment: Payment;
  readonly followers: readonly AnyDocument[];
}

function decisionFor(
  context: ActContext,
  { payment, followers }: PaymentGroup,
  verdict: PaymentDecision,
  via: string,
): AnyDocument {
  const turn = nextTurn(followers);
  return newEntry(
    context,
    'paymentDecision',
    { paymentId: payment._id, desk: payment.desk, collectedBy: payment.collectedBy, turn, verdict, via },
    `paymentDecision:${bareId(payment._id)}:${turn}`,
  );
}
type PaymentDecision = 'confirmed' | 'withdrawn';

/** Cash that the giver took: what else a hand-over names did not change hands with it, whoever confirms. */
const isHandedOver = (settlement: Settlement, { payment }: PaymentGroup): boolean =>
  settlement.payments.includes(payment._id) &&
  payment.method === 'cash' &&
  payment.kind !== 'refund' &&
  payment.collectedBy === settlement.from;

/** An owner's confirmed hand-over confirms the payments it names that still wait; taking it back withdraws those words. */
function paymentDecisions(
  context: ActContext,
  settlement: Settlement,
  groups: readonly PaymentGroup[],
  verdict: SettlementDecision['verdict'],
): AnyDocument[] {
  if (context.role !== 'owner') return [];
  if (verdict === 'confirmed') {
    return groups
      .filter((group) => isHandedOver(settlement, group))
      .filter(({ payment, followers }) => paymentState(payment, followers).state === 'waiting')
      .map((group) => decisionFor(context, group, 'confirmed', settlement._id));
  }
  return groups
    .filter(({ payment, followers }) => {
      if (!settlement.payments.includes(payment._id)) return false;
      const latest = latestDecision(paymentFollowers(followers).decisions);
      return latest?.verdict === 'confirmed' && latest.via === settlement._id;
    })
    .map((group) => decisionFor(context, group, 'withdrawn', settlement._id));
}

/** The receiver, or an owner, confirms or rejects a hand-over, or takes that word back. */
export function decideHandOver(
  context: ActContext,
  settlement: Settlement,
  decisions: readonly AnyDocument[],
  groups: readonly PaymentGroup[],
  input: { readonly verdict: SettlementDecision['verdict']; readonly reason?: string | undefined },
): ActResult {
  if (context.role !== 'owner' && settlement.to !== context.userId) return problem('not_permitted');
  const reason = input.reason?.trim();
  if (input.verdict === 'rejected' && (reason ?? '') === '') return problem('reason_needed', 'reason');
  if (context.role !== 'owner' && ownerHasSpoken(decisions)) return problem('already_decided');
  const now = settlementState(settlement, decisions);
  const { state } = now;
  // A receipt is the receiver's; an owner's own word after it confirms the payments too.
  const isSaid = now.state !== 'waiting' && now.by.type === 'settlementDecision';
  if (state === input.verdict && isSaid) return problem('already_decided');
  if (state === 'waiting' && input.verdict === 'withdrawn') return problem('not_waiting');
  const turn = nextTurn(decisions);
  const decision = newEntry(
    context,
    'settlementDecision',
    {
      settlementId: settlement._id,
      from: settlement.from,
      to: settlement.to,
      turn,
      verdict: input.verdict,
      reason: reason === '' ? undefined : reason,
    },
    `settlementDecision:${bareId(settlement._id)}:${turn}`,
  );
  return act(context, 'decide_hand_over', [
    decision,
    ...paymentDecisions(context, settlement, groups, input.verdict),
  ]);
}
