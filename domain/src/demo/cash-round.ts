import { decideHandOver, handOver } from '#src/acts/hand-over.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { money } from '#src/money/money.ts';
import { countedNotes } from './counted-notes.ts';
import { actDocuments, type World } from './job-book.ts';
import { SeededContext, type SeededPerson } from './seeded-people.ts';

/** A manager hands the collected cash to the owner, who counts and confirms it within a day. */
export function handOverCash(
  world: World,
  from: SeededPerson,
  payments: readonly Payment[],
  ms: number,
): readonly AnyDocument[] {
  const { random, hours, owner, drawers } = world;
  const amount = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const context = (person: SeededPerson, at: number) =>
    new SeededContext(person, at, { ...world, offset: hours.offsetAt(at) });
  const given = actDocuments(
    handOver(context(from, ms), {
      to: owner.userId,
      amount: money(amount),
      notes: countedNotes(amount),
      payments: payments.map((payment) => payment._id),
    }),
  );
  const counted = hours.later(ms, random.between(1, 20));
  drawers.giveAway(from.userId, ms, counted);
  if (counted > world.nowMs) return given;
  drawers.move(from.userId, counted, -amount);
  drawers.move(owner.userId, counted, amount);
  const groups = payments.map((payment) => ({ payment, followers: [] }));
  const settlement = given[0] as unknown as Settlement;
  return [
    ...given,
    ...actDocuments(
      decideHandOver(context(owner, counted), settlement, [], groups, { verdict: 'confirmed' }),
    ),
  ];
}
