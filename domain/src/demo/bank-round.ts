import { decideDeposit, recordDeposit } from '#src/acts/deposits.ts';
import { decidePayment } from '#src/acts/payments.ts';
import type { Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import { money } from '#src/money/money.ts';
import { countedNotes } from './counted-notes.ts';
import { actDocuments, type World } from './job-book.ts';
import { SeededContext, type SeededPerson } from './seeded-people.ts';

const HOUR_MS = 3_600_000;
/** How often the owner goes to the bank. */
const EVERY_MS = 3 * 24 * HOUR_MS;
/** Kept for change, minor units. */
const FLOAT = 800_000;
const THOUSAND = 100_000;
const bank = 'Bank of Maharashtra, Bhosari';

const contextOf = ({ aside, workshop }: World, person: SeededPerson, ms: number): SeededContext =>
  new SeededContext(person, ms, { workshop, random: aside.random, offset: aside.hours.offsetAt(ms) });

/** What stands on the bank's slip. */
const slip = ({ aside }: World): string =>
  `CDM${String(aside.random.between(0, 9_999_999)).padStart(7, '0')}`;

const brought = (world: World, amount: number) => ({
  amount: money(amount),
  notes: countedNotes(amount),
  bank,
  reference: slip(world),
});

/** A manager brings the collected cash to the bank on the way home; the owner compares it with the statement. */
export function bankCash(
  world: World,
  from: SeededPerson,
  payments: readonly Payment[],
  ms: number,
): readonly AnyDocument[] {
  const { aside, owner, drawers } = world;
  const amount = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const given = actDocuments(recordDeposit(contextOf(world, from, ms), brought(world, amount)));
  const seen = aside.hours.later(ms, aside.random.between(4, 30));
  drawers.giveAway(from.userId, ms, seen);
  if (seen > world.nowMs) return given;
  drawers.move(from.userId, seen, -amount);
  const context = contextOf(world, owner, seen);
  const verdict = { verdict: 'confirmed' } as const;
  const deposit = given[0] as unknown as Deposit;
  return [
    ...given,
    ...actDocuments(decideDeposit(context, deposit, [], verdict)),
    ...payments.flatMap((payment) => actDocuments(decidePayment(context, payment, [], verdict))),
  ];
}

/** The owner brings to the bank what has come together in some days. */
export function* bankOften(world: World, startMs: number): Generator<AnyDocument, void, undefined> {
  const { owner, drawers, aside, nowMs } = world;
  for (let next = startMs + EVERY_MS; next < nowMs; next += EVERY_MS) {
    const ms = aside.hours.later(next, aside.random.between(1, 24));
    const amount = Math.floor((drawers.heldAt(owner.userId, ms) - FLOAT) / THOUSAND) * THOUSAND;
    if (ms > nowMs || amount <= 0) continue;
    drawers.move(owner.userId, ms, -amount);
    yield* actDocuments(recordDeposit(contextOf(world, owner, ms), brought(world, amount)));
  }
}
