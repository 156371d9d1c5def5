import { money, signedAmount, type Money, type Payment } from '@revops/domain';
import type { TrayItem } from '../views.ts';

/** A payment that the server did not accept and nobody has answered yet. */
export interface RefusedPayment {
  readonly item: TrayItem;
  readonly payment: Payment;
}

/** The money among refused entries: it was taken, and counts nowhere else. */
export const refusedPayments = (items: readonly TrayItem[]): RefusedPayment[] =>
  items
    .filter((item) => !item.answered && item.document.type === 'payment')
    .map((item) => ({ item, payment: item.document as unknown as Payment }));

export const refusedAmount = (payments: readonly RefusedPayment[]): Money =>
  money(payments.reduce((sum, { payment }) => sum + signedAmount(payment), 0));
