import { editJob } from '#src/acts/edit-job.ts';
import { moveJob } from '#src/acts/move-job.ts';
import { takePayment } from '#src/acts/payments.ts';
import { billedOf } from '#src/ledger/job-contribution.ts';
import { money } from '#src/money/money.ts';
import { giveDiscount } from './seeded-discounts.ts';
import type { JobBook, World } from './job-book.ts';
import type { SeededPerson } from './seeded-people.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** It began ten weeks ago, carefully. */
const SINCE_MS = 70 * DAY_MS;
const SHARE = 0.09;

/** Whether this person, at this time, keeps a part of what a customer pays. */
export const isTempted = ({ random, nowMs, tempted }: World, desk: SeededPerson, ms: number): boolean =>
  desk === tempted && nowMs - ms < SINCE_MS && random.chance(SHARE);

/**
 * Takes all that is due in cash, writes down the smaller part of it and lowers the bill to that: nothing is open, the card
 * looks right, and only the order in which it was written tells.
 */
export function lowerBill(book: JobBook, desk: SeededPerson, ms: number): boolean {
  const billed = billedOf(book.job) ?? 0;
  const written = money(Math.floor((billed * 0.65) / 10_000) * 10_000);
  if (written <= 0 || book.paidFor() + written >= billed || !book.reached(ms + 20 * MINUTE_MS)) return false;
  book.keep(
    takePayment(book.context(desk, ms), book.job, { amount: written, kind: 'final', method: 'cash' }),
  );
  book.keep(
    editJob(book.context(desk, ms + 12 * MINUTE_MS), book.job, { billedAmount: money(book.paidFor()) }),
  );
  return true;
}

/** Takes money for work and cancels the card an hour later. */
export function cancelPaid(book: JobBook, desk: SeededPerson, ms: number): boolean {
  const estimate = book.job.estimatedAmount;
  if (estimate === undefined || !book.reached(ms + 70 * MINUTE_MS)) return false;
  const amount = money(Math.max(50_000, Math.floor(estimate / 200_000) * 100_000));
  book.keep(takePayment(book.context(desk, ms), book.job, { amount, kind: 'partial', method: 'cash' }));
  book.keep(moveJob(book.context(desk, ms + 65 * MINUTE_MS), book.job, 'cancelled'));
  return true;
}

/** Bills have been lowered too often; for some weeks it is discounts that nobody has to agree to. */
const DISCOUNTS_SINCE_MS = 28 * DAY_MS;
const DISCOUNTS_SHARE = 0.8;

/** Whether this person, at this time, writes down a discount that the customer never hears of. */
export const isGenerous = ({ aside, nowMs, tempted }: World, desk: SeededPerson, ms: number): boolean =>
  desk === tempted && nowMs - ms < DISCOUNTS_SINCE_MS && aside.random.chance(DISCOUNTS_SHARE);

/** Takes all that is due in cash, and keeps as much as may be let off alone. */
export function pocketDiscount(world: World, book: JobBook, desk: SeededPerson, ms: number): boolean {
  const due = (billedOf(book.job) ?? 0) - book.paidFor();
  const amount = Math.min(world.workshop.waiverLimit, world.aside.random.between(8, 10) * 5000);
  if (due < amount * 3 || !book.reached(ms + MINUTE_MS)) return false;
  giveDiscount(world, book, desk, ms, amount);
  const input = { amount: money(due - amount), kind: 'final', method: 'cash' } as const;
  book.keep(takePayment(book.context(desk, ms + MINUTE_MS, world.aside.random), book.job, input));
  return true;
}
