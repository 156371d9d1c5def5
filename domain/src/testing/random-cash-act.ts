import type { ActKind, ActResult } from '#src/acts/act.ts';
import { closeDay } from '#src/acts/close-day.ts';
import { decideDeposit, recordDeposit } from '#src/acts/deposits.ts';
import { problem } from '#src/acts/problem.ts';
import { takeOverCash } from '#src/acts/take-over-cash.ts';
import type { DayClose } from '#src/documents/day-close.ts';
import type { Deposit } from '#src/documents/deposit.ts';
import type { Payment } from '#src/documents/payment.ts';
import { totalKey } from '#src/ledger/contribution.ts';
import { ledgerOf } from '#src/ledger/ledger.ts';
import { money, type Money } from '#src/money/money.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { anyAmount, followersOf, ofType, type Sight } from './sight.ts';

const zoneOf = ({ context }: Sight): string => context.workshop.timeZone;
const heldBy = (sight: Sight, person: string): Money =>
  money(ledgerOf(sight.documents, zoneOf(sight)).get(totalKey.cash(person))?.amount ?? 0);

/** Mostly what is there, sometimes something else. */
const counted = (sight: Sight, held: Money): Money =>
  held >= 0 && sight.random.chance(0.7) ? held : anyAmount(sight.random);

function decide(sight: Sight): ActResult {
  const deposits = ofType<Deposit>(sight, 'deposit');
  if (deposits.length === 0) return problem('nothing_changed');
  const deposit = sight.random.pick(deposits);
  const verdict = sight.random.pick(['confirmed', 'rejected', 'withdrawn'] as const);
  return decideDeposit(sight.context, deposit, followersOf(sight, deposit._id), {
    verdict,
    reason: 'Not in the bank',
  });
}

function close(sight: Sight): ActResult {
  const { context } = sight;
  const day = workshopDay(context.now, zoneOf(sight));
  const closes = ofType<DayClose>(sight, 'dayClose').filter(
    (one) => one.person === context.userId && one.day === day,
  );
  const held = heldBy(sight, context.userId);
  const input = { counted: counted(sight, held), expected: held, reason: 'Counted twice' };
  return closeDay(context, input, { held, closes });
}

function takeOver(sight: Sight): ActResult {
  const from = sight.random.pick(sight.colleagues);
  const held = heldBy(sight, from);
  const groups = ofType<Payment>(sight, 'payment')
    .filter(({ collectedBy, method }) => collectedBy === from && method === 'cash')
    .map((payment) => ({ payment, followers: followersOf(sight, payment._id) }));
  const input = { from, counted: counted(sight, held), expected: held, reason: 'Left for home' };
  return takeOverCash(sight.context, input, { held, groups });
}

/** What people try with the cash in their hands. */
export const cashActs = {
  record_deposit: (sight) => recordDeposit(sight.context, { amount: anyAmount(sight.random), bank: 'SBI' }),
  decide_deposit: decide,
  close_day: close,
  take_over_cash: takeOver,
} as const satisfies Partial<Readonly<Record<ActKind, (sight: Sight) => ActResult>>>;
