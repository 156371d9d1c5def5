import { expect, test } from 'vitest';
import { decideHandOver, handOver } from '#src/acts/hand-over.ts';
import { moveJob } from '#src/acts/move-job.ts';
import { openJob } from '#src/acts/open-job.ts';
import { decidePayment, takePayment } from '#src/acts/payments.ts';
import { reassignJob } from '#src/acts/reassign-job.ts';
import type { Act } from '#src/acts/act.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment, PaymentMethod } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { money } from '#src/money/money.ts';
import { groupOf } from '#src/registry/registry.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { figuresOf } from './figures-of.ts';

const { owner, manager, otherManager } = testPeople;
const dayMs = 86_400_000;

/** Two jobs of one manager on two days, what came in for them, and all that can be said of money. */
function story() {
  const documents = new Map<string, AnyDocument>();
  const asManager = testContext({ actor: manager });
  const asOwner = testContext({ actor: owner, code: 'B1' });
  const keep = ({ documents: written }: Act): unknown => {
    for (const one of written) documents.set(one._id, one);
    for (const context of [asManager, asOwner]) context.wait(60_000);
    return written[0];
  };
  const followers = (id: string) =>
    [...documents.values()].filter((one) => one._id !== id && groupOf(one) === id);
  const open = (plate: string, amount: number) =>
    (
      keep(
        acted(openJob(asManager, { plate, customerName: 'Raj Kumar', estimatedAmount: money(amount) })),
      ) as Job
    )._id;
  const job = (id: string) => documents.get(id) as unknown as Job;
  const pay = (id: string, amount: number, method: PaymentMethod, kind: Payment['kind'] = 'partial') =>
    keep(acted(takePayment(asManager, job(id), { amount: money(amount), kind, method }))) as Payment;
  const decide = (payment: Payment, verdict: 'confirmed' | 'rejected' | 'withdrawn') =>
    keep(
      acted(decidePayment(asOwner, payment, followers(payment._id), { verdict, reason: 'Not in the bank' })),
    );
  const nextDay = (): void => {
    for (const context of [asManager, asOwner]) context.wait(dayMs);
  };
  return { documents, asManager, asOwner, keep, followers, open, job, pay, decide, nextDay };
}

const figuresIn = (one: ReturnType<typeof story>, period = {}) =>
  figuresOf(one.documents.values(), { timeZone: 'Asia/Kolkata', today: '2026-04-02', period });

test('a day and the next: every formula once, by hand', () => {
  const one = story();
  const [first, second] = [one.open('MH12AB1234', 500_000), one.open('MH14CD0007', 100_001)];
  const cash = one.pay(first, 100_000, 'cash');
  const rejected = one.pay(first, 50_000, 'upi');
  one.decide(rejected, 'rejected');
  one.decide(cash, 'confirmed');
  one.keep(acted(moveJob(one.asManager, one.job(first), 'completed')));
  one.nextDay();
  one.keep(acted(moveJob(one.asManager, one.job(second), 'delivered')));
  one.pay(second, 120_000, 'card');
  one.pay(second, 10_000, 'cash', 'refund');

  expect(figuresIn(one)).toMatchObject({
    totalJobs: 2,
    totalRevenue: 600_001,
    totalCollected: 210_000,
    totalConfirmed: 100_000,
    // The second customer paid too much: that is nobody else's money.
    outstandingCredits: 400_000,
    averageJobValue: 300_001,
    statusCounts: { completed: 1, delivered: 1, pending: 0, cancelled: 0 },
  });
  expect(figuresIn(one, { from: '2026-04-02' })).toMatchObject({
    totalJobs: 0,
    totalRevenue: 100_001,
    totalCollected: 110_000,
    averageJobValue: 100_001,
    outstandingCredits: 400_000,
  });
  expect(figuresIn(one).dailyRevenue.slice(-3)).toEqual([
    { date: '2026-03-31', billed: 0, received: 0 },
    { date: '2026-04-01', billed: 500_000, received: 100_000 },
    { date: '2026-04-02', billed: 100_001, received: 110_000 },
  ]);
  expect(figuresIn(one).dailyRevenue).toHaveLength(30);

  one.decide(rejected, 'withdrawn');
  expect(figuresIn(one)).toMatchObject({ totalCollected: 260_000, outstandingCredits: 350_000 });
});

test('a cancelled job is no job and no revenue any more; its money was taken all the same', () => {
  const one = story();
  const id = one.open('MH12AB1234', 500_000);
  one.pay(id, 100_000, 'cash');
  one.keep(acted(moveJob(one.asManager, one.job(id), 'completed')));
  one.keep(acted(moveJob(one.asManager, one.job(id), 'cancelled')));
  expect(figuresIn(one)).toMatchObject({
    totalJobs: 0,
    totalRevenue: 0,
    outstandingCredits: 0,
    averageJobValue: 0,
    totalCollected: 100_000,
    statusCounts: { cancelled: 1, completed: 0 },
  });
});

test('a moved job brings its revenue to the other desk; who took the money and holds the cash stays', () => {
  const one = story();
  const id = one.open('MH12AB1234', 500_000);
  const cash = one.pay(id, 100_000, 'cash');
  one.keep(acted(moveJob(one.asManager, one.job(id), 'completed')));
  one.keep(acted(reassignJob(one.asOwner, one.job(id), otherManager.userId)));
  const given = one.keep(
    acted(handOver(one.asManager, { to: owner.userId, amount: money(60_000), payments: [cash._id] })),
  ) as Settlement;
  const before = figuresIn(one).people;
  expect(before.get(manager.userId)).toEqual({ jobs: 0, revenue: 0, received: 100_000, cashInHand: 100_000 });
  expect(before.get(otherManager.userId)).toEqual({ jobs: 1, revenue: 500_000, received: 0, cashInHand: 0 });
  one.keep(acted(decideHandOver(one.asOwner, given, one.followers(given._id), [], { verdict: 'confirmed' })));
  const after = figuresIn(one).people;
  expect(after.get(manager.userId)?.cashInHand).toBe(40_000);
  expect(after.get(owner.userId)?.cashInHand).toBe(60_000);
});
