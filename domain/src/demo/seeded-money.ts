import { addProof, cancelPayment, decidePayment, takePayment } from '#src/acts/payments.ts';
import type { Payment, PaymentMethod, PaymentProof } from '#src/documents/payment.ts';
import { billedOf } from '#src/ledger/job-contribution.ts';
import { money, type Money } from '#src/money/money.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { cancelReasons, rejectReasons } from './invented-data.ts';
import type { JobBook, World } from './job-book.ts';
import type { Random } from './random.ts';
import { letOff } from './seeded-discounts.ts';
import { seededClash } from './seeded-clash.ts';
import type { SeededPerson } from './seeded-people.ts';

const MINUTE_MS = 60_000;

/** Out of twenty, as Indian workshops are paid. */
const methods: readonly PaymentMethod[] = [
  ...Array<PaymentMethod>(8).fill('cash'),
  ...Array<PaymentMethod>(8).fill('upi'),
  ...Array<PaymentMethod>(2).fill('card'),
  'bank',
  'cheque',
];

const utrOf = (random: Random): string =>
  `${random.between(2, 6)}${String(random.between(0, 99_999_999_999)).padStart(11, '0')}`;

/** What is still to collect by the book of the job. */
const balance = (book: JobBook): number => (billedOf(book.job) ?? 0) - book.paidFor() - book.waivedFor();

/** Nobody invents a reference: one in some hundred customers shows the screenshot of an earlier payment again. */
const SHOWN_TWICE = 0.006;

/** The reference that the customer shows. One that was shown before is a clash: that is the gateway's word. */
function prove(world: World, book: JobBook, desk: SeededPerson, ms: number, payment: Payment): void {
  const { random, shown } = world;
  const known = random.chance(SHOWN_TWICE) ? shown.utr : undefined;
  const utr = known ?? utrOf(random);
  const [proof] = book.keep(addProof(book.context(desk, ms), payment, utr));
  if (known !== undefined) book.add(seededClash(payment, proof as unknown as PaymentProof));
  shown.utr = utr;
}

function take(
  world: World,
  book: JobBook,
  desk: SeededPerson,
  ms: number,
  amount: Money,
  kind: Payment['kind'],
): void {
  const { random } = world;
  const method = random.pick(methods);
  const typed = method === 'upi' && random.chance(0.6);
  const [taken] = book.keep(takePayment(book.context(desk, ms), book.job, { amount, kind, method }));
  const later = ms + (typed ? 1 : 20) * MINUTE_MS;
  if ((typed || method === 'bank' || (method === 'upi' && random.chance(0.4))) && book.reached(later))
    prove(world, book, desk, later, taken as unknown as Payment);
}

/** Somebody mistyped, saw it at once and cancelled it. */
function mistype(world: World, book: JobBook, desk: SeededPerson, ms: number): void {
  const { random } = world;
  if (desk.role === 'owner' || !book.reached(ms + MINUTE_MS)) return;
  const amount = money(random.between(1, 9) * 1_000_000);
  const [payment] = book.keep(
    takePayment(book.context(desk, ms), book.job, { amount, kind: 'partial', method: random.pick(methods) }),
  );
  const reason = random.pick(cancelReasons);
  book.keep(cancelPayment(book.context(desk, ms + MINUTE_MS), payment as unknown as Payment, [], reason));
}

/** The owner's word on what did not come as cash; the last two days are still waiting. */
function decide(world: World, book: JobBook, payment: Payment): void {
  const { random, hours, owner } = world;
  const ms = hours.later(Date.parse(payment.receivedAt), random.between(3, 60));
  const decision = (at: number, verdict: 'confirmed' | 'rejected' | 'withdrawn', reason?: string): void => {
    if (book.reached(at))
      book.keep(
        decidePayment(book.context(owner, at), payment, book.followersOf(payment), { verdict, reason }),
      );
  };
  if (!random.chance(0.04)) return decision(ms, 'confirmed');
  decision(ms, 'rejected', random.pick(rejectReasons));
  if (!random.chance(0.5)) return;
  const again = hours.later(ms, random.between(20, 70));
  if (!book.reached(again)) return;
  decision(again, 'withdrawn');
  decision(again + 2 * MINUTE_MS, 'confirmed');
}

/** The customer pays when the car is collected: mostly all of it, sometimes a part, rarely nothing yet. */
export function takeMoney(world: World, book: JobBook, desk: SeededPerson, ms: number): void {
  const { random } = world;
  if (random.chance(0.02)) mistype(world, book, desk, ms - 5 * MINUTE_MS);
  letOff(world, book, desk, ms - 2 * MINUTE_MS, balance(book));
  const due = balance(book);
  const share = random.next();
  if (due > 0 && share < 0.94) {
    const whole = share < 0.8;
    const amount = whole ? due : Math.max(100, Math.floor(due / 200_000) * 100_000);
    take(world, book, desk, ms, money(amount), whole ? 'final' : 'partial');
  }
  collectLater(world, book, desk, ms);
}

/** Most of what was left open is brought within some weeks; the rest grows old. */
function collectLater(world: World, book: JobBook, desk: SeededPerson, ms: number): void {
  const { random, hours } = world;
  if (balance(book) <= 0 || !random.chance(0.72)) return;
  const brought = hours.later(ms, random.between(20, 24 * 38));
  if (book.reached(brought)) take(world, book, desk, brought, money(balance(book)), 'final');
}

/** Owners look at bank, card and UPI payments one by one; cash is decided with its hand-over. */
export function decideMoney(world: World, book: JobBook): void {
  for (const payment of book.payments) {
    const { state } = paymentState(payment, book.followersOf(payment));
    if (payment.method !== 'cash' && state === 'waiting') decide(world, book, payment);
  }
}

/** Cash of the job that waits in its collector's hands. */
export const waitingCash = (book: JobBook): Payment[] =>
  book.payments.filter(
    (payment) =>
      payment.method === 'cash' && paymentState(payment, book.followersOf(payment)).state === 'waiting',
  );
