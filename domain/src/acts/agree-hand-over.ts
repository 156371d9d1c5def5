import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { isReceiptOf, settlementState, type HandedOver } from '#src/payments/settlement-state.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

/** A hand-over as the giver's phone showed it: it need not be here yet. */
export interface ShownHandOver extends HandedOver {
  readonly settlementId: string;
}

/** The hand-over itself, where it came first, with what was said of it. */
export interface KnownHandOver {
  readonly settlement: Settlement;
  readonly followers: readonly AnyDocument[];
}

/**
 * The receiver counts what was handed over and says so at once; it counts when the very hand-over comes.
 * @param known what is here already under its id; what was shown may say nothing else.
 */
export function agreeHandOver(context: ActContext, shown: ShownHandOver, known?: KnownHandOver): ActResult {
  const { settlementId, from, to, amount } = shown;
  if (to !== context.userId) return problem('not_permitted');
  if (from === to) return problem('same_person');
  if (known !== undefined) {
    if (!isReceiptOf(known.settlement, shown)) return problem('hand_over_differs');
    if (settlementState(known.settlement, known.followers).state !== 'waiting')
      return problem('already_decided');
  }
  return act(context, 'agree_hand_over', [
    newEntry(context, 'settlementReceipt', { settlementId, from, to, amount }),
  ]);
}
