import { negateMoney, type Money } from '#src/money/money.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** Refunds give money back, so they count negative everywhere. */
export const signedAmount = (payment: Pick<Payment, 'amount' | 'kind'>): Money =>
  payment.kind === 'refund' ? negateMoney(payment.amount) : payment.amount;

/** When money counts: by the gateway's word if the device's clock was ahead, else when it was received. */
export const countedAt = (payment: Pick<Payment, 'at' | 'receivedAt'>): string =>
  payment.at ?? payment.receivedAt;

/**
 * What a payment and all that follows it add to the totals. Confirming does not move cash; a rejection takes cash out
 * of its holder's hand and leaves it as an alarm.
 */
export function paymentContributions(
  payment: Payment,
  followers: readonly AnyDocument[],
  timeZone: string,
): Contribution[] {
  const { state } = paymentState(payment, followers);
  const amount = signedAmount(payment);
  const day = workshopDay(countedAt(payment), timeZone);
  const shares: Contribution[] = [
    { key: totalKey.money(day, payment.method, state, payment.collectedBy), amount, count: 1 },
  ];
  if (state === 'waiting' || state === 'confirmed') {
    shares.push({ key: totalKey.jobReceived(payment.jobId, state), amount, count: 1 });
    if (payment.method === 'cash') shares.push({ key: totalKey.cash(payment.collectedBy), amount, count: 1 });
  }
  if (state === 'rejected' && payment.method === 'cash')
    shares.push({ key: totalKey.rejectedCash(payment.collectedBy), amount, count: 1 });
  return shares;
}
