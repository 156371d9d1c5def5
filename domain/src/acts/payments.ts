import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment, PaymentDecision } from '#src/documents/payment.ts';
import { bareId } from '#src/ids/document-id.ts';
import { latestDecision, nextTurn, paymentFollowers, paymentState } from '#src/payments/payment-state.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { followerOf, paymentDocuments, proofOf, type TakePaymentInput } from './payment-documents.ts';
import { problem } from './problem.ts';
import { waiverDocument, waiverProblem, type GivenWaivers } from './waivers.ts';

export type { TakePaymentInput } from './payment-documents.ts';

/** Takes money: the payment, its proof if the bank's reference was typed, and a discount given with it. */
export function takePayment(
  context: ActContext,
  job: Pick<Job, '_id' | 'desk'>,
  input: TakePaymentInput,
  given: GivenWaivers = [],
): ActResult {
  const { discount } = input;
  const refused = discount === undefined ? undefined : waiverProblem(context, job, discount);
  if (refused !== undefined) return refused;
  const paid = paymentDocuments(context, job, input);
  if (!paid.ok) return paid;
  const waived = discount === undefined ? [] : [waiverDocument(context, job, discount, given)];
  return act(context, 'take_payment', [...paid.value, ...waived]);
}

/** Adds the bank's reference to a payment that was taken before it was seen. */
export function addProof(context: ActContext, payment: Payment, utr: string): ActResult {
  if (context.role !== 'owner' && payment.collectedBy !== context.userId) return problem('not_permitted');
  const proof = proofOf(context, payment, utr);
  return proof === undefined ? problem('utr_invalid', 'utr') : act(context, 'add_proof', [proof]);
}

/** Cancels an own payment that still waits; both lines stay, struck through. */
export function cancelPayment(
  context: ActContext,
  payment: Payment,
  followers: readonly AnyDocument[],
  reason: string,
): ActResult {
  if (reason.trim() === '') return problem('reason_needed', 'reason');
  if (context.role !== 'owner' && payment.collectedBy !== context.userId) return problem('not_permitted');
  const { state } = paymentState(payment, followers);
  if (state === 'cancelled') return problem('already_cancelled');
  if (state !== 'waiting' && state !== 'clash') return problem('not_waiting');
  const turn = nextTurn(followers);
  const id = `paymentCancellation:${bareId(payment._id)}:${turn}`;
  return act(context, 'cancel_payment', [
    newEntry(context, 'paymentCancellation', { ...followerOf(payment), turn, reason: reason.trim() }, id),
  ]);
}

/** What an owner says of a payment. */
export interface DecisionInput {
  readonly verdict: PaymentDecision['verdict'];
  readonly reason?: string | undefined;
  /** The open clashes are seen and answered with this decision. */
  readonly answersClashes?: boolean | undefined;
}

/** An owner confirms, rejects with a reason, or takes the last word back. The latest turn counts; all stay visible. */
export function decidePayment(
  context: ActContext,
  payment: Payment,
  followers: readonly AnyDocument[],
  input: DecisionInput,
): ActResult {
  if (context.role !== 'owner') return problem('not_permitted');
  if (input.verdict === 'rejected' && (input.reason ?? '').trim() === '')
    return problem('reason_needed', 'reason');
  const current = paymentState(payment, followers);
  if (current.state === 'cancelled') return problem('already_cancelled');
  if (current.state === input.verdict) return problem('already_decided');
  const { clashes, decisions } = paymentFollowers(followers);
  const standing = latestDecision(decisions)?.verdict ?? 'withdrawn';
  if (input.verdict === 'withdrawn' && standing === 'withdrawn') return problem('not_waiting');
  if (current.state === 'clash' && input.verdict === 'confirmed' && input.answersClashes !== true)
    return problem('clash_unanswered');
  const turn = nextTurn(followers);
  const answers = clashes.map((clash) => clash._id).toSorted();
  const content = {
    ...followerOf(payment),
    turn,
    verdict: input.verdict,
    reason: input.reason?.trim() === '' ? undefined : input.reason?.trim(),
    answers: input.answersClashes === true && answers.length > 0 ? answers : undefined,
  };
  return act(context, 'decide_payment', [
    newEntry(context, 'paymentDecision', content, `paymentDecision:${bareId(payment._id)}:${turn}`),
  ]);
}
