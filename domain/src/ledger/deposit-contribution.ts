import { negateMoney } from '#src/money/money.ts';
import type { Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { depositState } from '#src/payments/deposit-state.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** What is in the bank is not in the hand; a deposit that waits is only shown beside the cash. */
export function depositContributions(deposit: Deposit, decisions: readonly AnyDocument[]): Contribution[] {
  const { state } = depositState(deposit, decisions);
  if (state === 'rejected') return [];
  if (state === 'waiting')
    return [{ key: totalKey.waitingDeposit(deposit.person), amount: deposit.amount, count: 1 }];
  return [{ key: totalKey.cash(deposit.person), amount: negateMoney(deposit.amount), count: 0 }];
}
