import { latestDecision, paymentFollowers, type PaymentMethod } from '@revops/domain';
import type { PaymentView } from '#src/data/views.ts';

/** What a person may do with a slip, in the order of the buttons. */
export type PaymentMove =
  | 'confirm'
  | 'confirm_anyway'
  | 'reject'
  | 'reverse'
  | 'take_back'
  | 'cancel'
  | 'add_utr';

const provable: readonly PaymentMethod[] = ['upi', 'bank', 'cheque'];

/** The moves open to a person; the gateway and the acts check them again. */
export function paymentMoves(
  payment: Pick<PaymentView, 'state' | 'method' | 'utr' | 'collectedBy' | 'followers' | 'document'>,
  person: { readonly userId: string; readonly role: 'owner' | 'manager' },
): readonly PaymentMove[] {
  if (payment.state === 'cancelled') return [];
  const isOwner = person.role === 'owner';
  const isMine = payment.collectedBy === person.userId;
  const decision = latestDecision(paymentFollowers(payment.followers).decisions);
  const isDecided = decision !== undefined && decision.verdict !== 'withdrawn';
  const moves: PaymentMove[] = [];
  if (isOwner && payment.state === 'waiting') moves.push('confirm', 'reject');
  if (isOwner && payment.state === 'clash') moves.push('confirm_anyway', 'reject');
  if (isOwner && payment.state === 'confirmed' && !isDecided) moves.push('reverse');
  if (isOwner && isDecided) moves.push('take_back');
  if (isMine && (payment.state === 'waiting' || payment.state === 'clash')) moves.push('cancel');
  const isOpen = payment.state === 'waiting' || payment.state === 'confirmed';
  if ((isMine || isOwner) && isOpen && payment.utr === undefined && provable.includes(payment.method))
    moves.push('add_utr');
  return moves;
}
