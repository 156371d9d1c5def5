import { decideHandOver, handOver } from '#src/acts/hand-over.ts';
import type { ActResult } from '#src/acts/act.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { money } from '#src/money/money.ts';
import type { World } from './job-book.ts';
import { SeededContext, type SeededPerson } from './seeded-people.ts';

const documentsOf = (result: ActResult): readonly AnyDocument[] => {
  if (!result.ok) throw new Error(`the invented workshop did something impossible: ${result.reason.code}`);
  return result.value.documents;
};

/** A manager hands the collected cash to the owner, who counts and confirms it within a day. */
export function handOverCash(
  world: World,
  from: SeededPerson,
  payments: readonly Payment[],
  ms: number,
): readonly AnyDocument[] {
  const { random, hours, owner } = world;
  const amount = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const context = (person: SeededPerson, at: number) =>
    new SeededContext(person, at, { ...world, offset: hours.offsetAt(at) });
  const given = documentsOf(
    handOver(context(from, ms), {
      to: owner.userId,
      amount: money(amount),
      payments: payments.map((payment) => payment._id),
    }),
  );
  const counted = hours.later(ms, random.between(1, 20));
  if (counted > world.nowMs) return given;
  const groups = payments.map((payment) => ({ payment, followers: [] }));
  const settlement = given[0] as unknown as Settlement;
  return [
    ...given,
    ...documentsOf(decideHandOver(context(owner, counted), settlement, [], groups, { verdict: 'confirmed' })),
  ];
}
