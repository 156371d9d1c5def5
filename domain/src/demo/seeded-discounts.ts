import { decideWaiver, waive } from '#src/acts/waivers.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { money } from '#src/money/money.ts';
import { waiverState } from '#src/payments/waiver-state.ts';
import type { JobBook, World } from './job-book.ts';
import type { SeededPerson } from './seeded-people.ts';

/** How often a customer is let off something, in a workshop where nobody overdoes it. */
const SHARE = 0.1;

const reasons = [
  'Regular customer',
  'Rounded down',
  'Complaint about the last visit',
  'Two cars of one family',
  'Waited longer than promised',
] as const;

/** Writes down what a customer need not pay. */
export function giveDiscount(
  { aside }: World,
  book: JobBook,
  desk: SeededPerson,
  ms: number,
  amount: number,
): AnyDocument {
  const reason = aside.random.pick(reasons);
  const context = book.context(desk, ms, aside.random);
  const [waiver] = book.keep(waive(context, book.job, { amount: money(amount), reason }, book.waivers));
  if (waiver === undefined) throw new Error('a discount is a document');
  return waiver;
}

/** Now and then something is let off when the car is collected; what is above the limit waits for the owner. */
export function letOff(world: World, book: JobBook, desk: SeededPerson, ms: number, due: number): void {
  const { random } = world.aside;
  if (!random.chance(SHARE)) return;
  const isLarge = random.chance(0.35);
  const amount = (isLarge ? random.between(12, 30) : random.between(1, 9)) * 5000;
  if (due > amount * 3) giveDiscount(world, book, desk, ms, amount);
}

/** The owner's word on what is above the limit. */
export function decideDiscounts(world: World, book: JobBook): void {
  const { owner, aside } = world;
  for (const document of book.waivers) {
    const waiver = document as unknown as Waiver;
    const followers = book.followersOf(waiver);
    const at = aside.hours.later(Date.parse(waiver.createdAt), aside.random.between(2, 30));
    if (waiverState(waiver, followers).state !== 'waiting' || !book.reached(at)) continue;
    const verdict = aside.random.chance(0.65) ? 'confirmed' : 'rejected';
    const reason = verdict === 'rejected' ? 'Too much for this job, ask me first' : undefined;
    book.keep(decideWaiver(book.context(owner, at, aside.random), waiver, followers, { verdict, reason }));
  }
}
