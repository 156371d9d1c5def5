import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import { countedAt } from '#src/ledger/payment-contribution.ts';
import {
  followersOf,
  openClash,
  paymentFollowers,
  paymentState,
  type PaymentState,
} from '#src/payments/payment-state.ts';
import type { Alarm } from './alarm.ts';
import { writtenBy } from './written-by.ts';

/** How long the bank's reference of a UPI payment may still come. */
export const UTR_WITHIN_DAYS = 2;

const DAY_MS = 86_400_000;

/** Money that was given back and that no owner has looked at: one confirmed with a hand-over was not looked at either. */
function refundAlarm(payment: Payment, state: PaymentState): Alarm[] {
  if (payment.kind !== 'refund' || payment.byOwner) return [];
  const isSeen = state.state === 'confirmed' && state.by !== undefined && state.by.via === undefined;
  if (isSeen || (state.state !== 'waiting' && state.state !== 'confirmed')) return [];
  return [{ kind: 'refund', cause: payment._id, ...writtenBy(payment), amount: payment.amount }];
}

/** What an owner should look into about one payment, whatever the order in which its entries came. */
export function alarmsOfPayment(payment: Payment, documents: readonly AnyDocument[]): Alarm[] {
  const state = paymentState(payment, documents);
  const { amount } = payment;
  if (state.state === 'cancelled') return [];
  if (state.state === 'rejected') {
    const kind = payment.method === 'cash' ? 'rejected_cash' : 'rejected';
    return [{ kind, cause: state.by._id, ...writtenBy(state.by), amount }];
  }
  const clash = openClash(paymentFollowers(followersOf(payment, documents)));
  const kind = state.state === 'confirmed' ? 'clash_confirmed' : 'clash';
  const clashes: Alarm[] =
    clash === undefined
      ? []
      : [{ kind, cause: clash._id, ...writtenBy(clash), by: payment.collectedBy, amount }];
  return [...clashes, ...refundAlarm(payment, state)];
}

/** A UPI payment that still waits, and whose bank reference should have been here by now. */
export function utrAlarm(
  payment: Payment,
  documents: readonly AnyDocument[],
  now: string,
): Alarm | undefined {
  if (payment.method !== 'upi' || payment.kind === 'refund') return undefined;
  if (paymentState(payment, documents).state !== 'waiting') return undefined;
  if (paymentFollowers(followersOf(payment, documents)).proofs.length > 0) return undefined;
  if (Date.parse(now) - Date.parse(countedAt(payment)) < UTR_WITHIN_DAYS * DAY_MS) return undefined;
  return {
    kind: 'no_utr',
    cause: payment._id,
    ...writtenBy(payment),
    at: countedAt(payment),
    amount: payment.amount,
  };
}
