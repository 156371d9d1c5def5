import { describe, expect, test } from 'vitest';
import { decideHandOver, handOver } from '#src/acts/hand-over.ts';
import { moveJob } from '#src/acts/move-job.ts';
import { openJob } from '#src/acts/open-job.ts';
import { cancelPayment, decidePayment, takePayment } from '#src/acts/payments.ts';
import type { Act } from '#src/acts/act.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { money } from '#src/money/money.ts';
import { groupOf } from '#src/registry/registry.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { totalKey } from './contribution.ts';
import { balanceOf, billedOf } from './job-contribution.ts';
import { ledgerOf, receivedIn } from './ledger.ts';

const { owner, manager } = testPeople;
const rupees = (amount: number) => money(amount * 100);

/** One desk's book: what was stored so far, and what it says. */
function book() {
  const documents = new Map<string, AnyDocument>();
  const [asManager, asOwner] = [testContext({ actor: manager }), testContext({ actor: owner, code: 'B1' })];
  const keep = (act: Act): AnyDocument => {
    for (const document of act.documents) documents.set(document._id, document);
    asManager.wait(60_000);
    asOwner.wait(60_000);
    const [first] = act.documents;
    if (first === undefined) throw new Error('an act has documents');
    return first;
  };
  const followers = (id: string) =>
    [...documents.values()].filter((one) => one._id !== id && groupOf(one) === id);
  const job = () => [...documents.values()].find((one) => one.type === 'job') as unknown as Job;
  const totals = () => ledgerOf(documents.values(), 'Asia/Kolkata');
  return {
    asManager,
    asOwner,
    keep,
    job,
    followers,
    totals,
    balance: () => balanceOf(job(), receivedIn(totals(), job()._id)) / 100,
    cash: (who = manager.userId) => (totals().get(totalKey.cash(who))?.amount ?? 0) / 100,
    payments: () => [...documents.values()].filter((one) => one.type === 'payment') as unknown as Payment[],
  };
}

function story() {
  const one = book();
  one.keep(
    acted(
      openJob(one.asManager, {
        plate: 'MH12AB1234',
        customerName: 'Raj Kumar',
        carModel: 'Honda City',
        estimatedAmount: rupees(5000),
        advance: { amount: rupees(1000), method: 'cash' },
      }),
    ),
  );
  one.keep(acted(moveJob(one.asManager, one.job(), 'in_progress')));
  const take = (amount: number) =>
    one.keep(
      acted(
        takePayment(one.asManager, one.job(), { amount: rupees(amount), kind: 'partial', method: 'upi' }),
      ),
    ) as unknown as Payment;
  const upi = take(2000);
  const mistyped = take(20_000);
  one.keep(acted(cancelPayment(one.asManager, mistyped, [], 'One zero too many')));
  const [cash] = one.payments();
  if (cash === undefined) throw new Error('the advance is a payment');
  return { ...one, cash$: cash, upi, mistyped };
}

type Book = ReturnType<typeof story>;
const decide = (one: Book, payment: Payment, verdict: 'confirmed' | 'rejected' | 'withdrawn') =>
  one.keep(
    acted(
      decidePayment(one.asOwner, payment, one.followers(payment._id), { verdict, reason: 'Not in the bank' }),
    ),
  );

describe('₹1,000 cash, ₹2,000 UPI and a cancelled ₹20,000 on a bill of ₹5,000', () => {
  test('leave ₹2,000 to collect and ₹1,000 cash with the manager', () => {
    const one = story();
    expect([one.balance(), one.cash()]).toEqual([2000, 1000]);
  });

  test('the owner confirms the cash and rejects the UPI: ₹4,000 to collect, the cash stays where it is', () => {
    const one = story();
    decide(one, one.cash$, 'confirmed');
    decide(one, one.upi, 'rejected');
    expect([one.balance(), one.cash()]).toEqual([4000, 1000]);
  });

  test('the owner takes the rejection back and confirms: ₹2,000 again', () => {
    const one = story();
    decide(one, one.upi, 'rejected');
    decide(one, one.upi, 'withdrawn');
    expect(one.balance()).toBe(2000);
    decide(one, one.upi, 'confirmed');
    expect(one.balance()).toBe(2000);
    expect(receivedIn(one.totals(), one.job()._id)).toEqual({
      waiting: 100_000,
      confirmed: 200_000,
      waived: 0,
    });
  });

  test('the cancelled payment can be neither decided nor cancelled again', () => {
    const one = story();
    const followers = one.followers(one.mistyped._id);
    const decided = decidePayment(one.asOwner, one.mistyped, followers, { verdict: 'confirmed' });
    expect(decided).toEqual({ ok: false, reason: { code: 'already_cancelled' } });
    expect(cancelPayment(one.asManager, one.mistyped, followers, 'Again')).toMatchObject({ ok: false });
  });

  test('rejected cash leaves the hand of its holder and becomes an alarm', () => {
    const one = story();
    decide(one, one.cash$, 'rejected');
    expect([one.balance(), one.cash()]).toEqual([3000, 0]);
    expect(one.totals().get(totalKey.rejectedCash(manager.userId))).toEqual({ amount: 100_000, count: 1 });
  });

  test('cash moves only when its hand-over is confirmed, which confirms the payments it names; taking back undoes both', () => {
    const one = story();
    const given = one.keep(
      acted(handOver(one.asManager, { to: owner.userId, amount: rupees(1000), payments: [one.cash$._id] })),
    ) as unknown as Settlement;
    expect([one.cash(), one.cash(owner.userId)]).toEqual([1000, 0]);
    const word = (verdict: 'confirmed' | 'withdrawn') => {
      const groups = one.payments().map((payment) => ({ payment, followers: one.followers(payment._id) }));
      one.keep(acted(decideHandOver(one.asOwner, given, one.followers(given._id), groups, { verdict })));
    };
    word('confirmed');
    expect([one.cash(), one.cash(owner.userId)]).toEqual([0, 1000]);
    expect(receivedIn(one.totals(), one.job()._id)).toEqual({
      waiting: 200_000,
      confirmed: 100_000,
      waived: 0,
    });
    word('withdrawn');
    expect([one.cash(), one.cash(owner.userId)]).toEqual([1000, 0]);
    expect(receivedIn(one.totals(), one.job()._id)).toEqual({ waiting: 300_000, confirmed: 0, waived: 0 });
  });

  test('a cash refund leaves the hand and raises what is to collect', () => {
    const one = story();
    one.keep(
      acted(takePayment(one.asManager, one.job(), { amount: rupees(400), kind: 'refund', method: 'cash' })),
    );
    expect([one.balance(), one.cash()]).toEqual([2400, 600]);
  });

  test('a cancelled job bills nothing: what was received is money to give back', () => {
    const one = story();
    one.keep(acted(moveJob(one.asManager, one.job(), 'cancelled')));
    expect([billedOf(one.job()), one.balance()]).toEqual([0, -3000]);
    expect([...one.totals().keys()].filter((key) => key.startsWith('due|'))).toEqual([]);
  });
});
