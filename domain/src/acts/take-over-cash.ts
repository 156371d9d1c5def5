import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import type { Money } from '#src/money/money.ts';
import type { ActContext, ActResult } from './act.ts';
import { act } from './build.ts';
import { newClose, type CashGround } from './close-day.ts';
import { decideHandOver, handOver, type PaymentGroup } from './hand-over.ts';
import { problem } from './problem.ts';

/** What an owner takes over from a person who leaves, or whose cash is collected at the desk. */
export interface TakeOverInput {
  readonly from: string;
  /** As counted by the owner; nothing at all is possible. */
  readonly counted: Money;
  /** What the owner saw as expected while counting. */
  readonly expected: Money;
  readonly notes?: Readonly<Record<string, number>> | undefined;
  /** Why it is more or less than expected. */
  readonly reason?: string | undefined;
}

/**
 * An owner takes over a person's cash: the hand-over with its confirmation, which confirms the payments it names, and
 * where the count differs a close that says by how much and why. What is missing stays in the book against that person.
 */
export function takeOverCash(
  context: ActContext,
  input: TakeOverInput,
  { held, groups }: CashGround & { readonly groups: readonly PaymentGroup[] },
): ActResult {
  const { from, counted, expected, notes } = input;
  if (context.role !== 'owner') return problem('not_permitted');
  if (from === context.userId) return problem('same_person', 'from');
  if (counted < 0) return problem('amount_negative', 'counted');
  if (expected !== held) return problem('cash_changed');
  const reason = input.reason?.trim() ?? '';
  if (counted !== held && reason === '') return problem('reason_needed', 'reason');
  if (counted === 0 && held === 0) return problem('nothing_changed');
  const close =
    counted === held ? [] : [newClose(context, { person: from, counted, expected, notes, reason })];
  const given = counted === 0 ? [] : handedOver(context, input, groups);
  return given === undefined ? problem('invalid') : act(context, 'take_over_cash', [...close, ...given]);
}

function handedOver(
  context: ActContext,
  { from, counted, notes }: TakeOverInput,
  groups: readonly PaymentGroup[],
): readonly AnyDocument[] | undefined {
  const payments = groups.map(({ payment }) => payment._id);
  const given = handOver(context, { from, to: context.userId, amount: counted, notes, payments });
  if (!given.ok) return undefined;
  const [settlement] = given.value.documents;
  const said = decideHandOver(context, settlement as unknown as Settlement, [], groups, {
    verdict: 'confirmed',
  });
  return said.ok ? [...given.value.documents, ...said.value.documents] : undefined;
}
