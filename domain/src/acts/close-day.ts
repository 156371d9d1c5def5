import type { DayClose } from '#src/documents/day-close.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Money } from '#src/money/money.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

/** Cash as counted at the end of a day. */
export interface CloseDayInput {
  /** Whose cash; owners may name another person than themselves. */
  readonly person?: string | undefined;
  readonly counted: Money;
  /** What the person saw as expected while counting. */
  readonly expected: Money;
  readonly notes?: Readonly<Record<string, number>> | undefined;
  /** Why it differs, or why it is counted anew. */
  readonly reason?: string | undefined;
}

/** What the book says at the moment of the save. */
export interface CashGround {
  /** The person's cash in hand. */
  readonly held: Money;
  /** The person's closes of the same workshop day, in any order. */
  readonly closes?: readonly DayClose[];
}

/** The close of a day that others correct: the earliest that corrects nothing. */
export const firstClose = (closes: readonly DayClose[]): DayClose | undefined =>
  closes
    .filter(({ corrects }) => corrects === undefined)
    .toSorted((a, b) =>
      a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a._id < b._id) ? -1 : 1,
    )[0];

/**
 * Closes a person's day. A difference needs a reason, and so does counting the same day anew, which names the first count
 * and leaves it to be seen.
 */
export function closeDay(context: ActContext, input: CloseDayInput, ground: CashGround): ActResult {
  const person = input.person ?? context.userId;
  if (context.role !== 'owner' && person !== context.userId) return problem('not_permitted', 'person');
  if (input.counted < 0) return problem('amount_negative', 'counted');
  // The reason was given for another difference than would be written down.
  if (input.expected !== ground.held) return problem('cash_changed');
  const first = firstClose(ground.closes ?? []);
  const reason = input.reason?.trim() ?? '';
  if (reason === '' && (input.counted !== input.expected || first !== undefined))
    return problem('reason_needed', 'reason');
  return act(context, 'close_day', [newClose(context, { ...input, person, reason }, first)]);
}

/** The entry of a close on today's workshop day. */
export const newClose = (
  context: ActContext,
  { person, counted, expected, notes, reason }: CloseDayInput & { readonly person: string },
  first?: DayClose,
): AnyDocument =>
  newEntry(context, 'dayClose', {
    person,
    day: workshopDay(context.now, context.workshop.timeZone),
    expected,
    counted,
    notes,
    reason: reason === '' ? undefined : reason,
    corrects: first?._id,
  });
