import { negateMoney } from '#src/money/money.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { settlementState } from '#src/payments/settlement-state.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** A confirmed hand-over moves cash on both sides; a waiting one is only shown beside the giver's cash. */
export function settlementContributions(
  settlement: Settlement,
  decisions: readonly AnyDocument[],
): Contribution[] {
  const { state } = settlementState(settlement, decisions);
  if (state === 'waiting')
    return [{ key: totalKey.waitingHandOver(settlement.from), amount: settlement.amount, count: 1 }];
  if (state === 'rejected') return [];
  return [
    { key: totalKey.cash(settlement.from), amount: negateMoney(settlement.amount), count: 0 },
    { key: totalKey.cash(settlement.to), amount: settlement.amount, count: 0 },
  ];
}
