import { expect, test } from 'vitest';
import { cancelPayment, decidePayment, takePayment, type TakePaymentInput } from '#src/acts/payments.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import { money } from '#src/money/money.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { alarmsOfPayment, utrAlarm } from './alarms-of-payment.ts';

const job = { _id: 'job:1', desk: 'meera' } as Parameters<typeof takePayment>[1];

function story(input: Partial<TakePaymentInput> = {}, by = testPeople.manager) {
  const [context, owner] = [testContext({ actor: by }), testContext({ actor: testPeople.owner })];
  owner.wait(60_000);
  const act = acted(
    takePayment(context, job, { amount: money(250_000), kind: 'partial', method: 'upi', ...input }),
  );
  const [payment, ...rest] = act.documents as unknown as [Payment, ...AnyDocument[]];
  const followers: AnyDocument[] = [...rest];
  const clash = {
    ...(payment as unknown as AnyDocument),
    _id: 'paymentClash:1',
    type: 'paymentClash',
    paymentId: payment._id,
    proofId: 'paymentProof:1',
    createdBy: 'server',
    device: 'server',
  };
  return {
    payment,
    followers,
    clash: () => followers.push(clash),
    decide: (verdict: 'confirmed' | 'rejected' | 'withdrawn', answersClashes = false) =>
      followers.push(
        ...acted(
          decidePayment(owner, payment, followers, { verdict, reason: 'Not in the bank', answersClashes }),
        ).documents,
      ),
    cancel: () => followers.push(...acted(cancelPayment(context, payment, followers, 'Twice')).documents),
    kinds: () => alarmsOfPayment(payment, followers.toReversed()).map(({ kind }) => kind),
    alarms: () => alarmsOfPayment(payment, followers),
  };
}

test('a rejected payment is an alarm until the word is taken back, and another when it is said again', () => {
  const one = story();
  expect(one.kinds()).toEqual([]);
  one.decide('rejected');
  const [first] = one.alarms();
  expect(first).toMatchObject({ kind: 'rejected', by: 'olga', amount: 250_000 });
  one.decide('withdrawn');
  expect(one.kinds()).toEqual([]);
  one.decide('rejected');
  expect(one.alarms()[0]?.cause).not.toBe(first?.cause);
});

test('rejected cash is an alarm of its own', () => {
  const one = story({ method: 'cash' });
  one.decide('rejected');
  expect(one.kinds()).toEqual(['rejected_cash']);
});

test('a clash is open until it is answered, and named apart where the payment had been confirmed', () => {
  const one = story({ utr: '412345678901' });
  one.clash();
  expect(one.alarms()).toMatchObject([{ kind: 'clash', by: 'meera', cause: 'paymentClash:1' }]);
  one.decide('confirmed', true);
  expect(one.kinds()).toEqual([]);
  const late = story({ utr: '412345678901' });
  late.decide('confirmed');
  late.clash();
  expect(late.kinds()).toEqual(['clash_confirmed']);
});

test('a cancelled payment raises nothing any more', () => {
  const one = story();
  one.clash();
  one.cancel();
  expect(one.kinds()).toEqual([]);
});

test('a refund by a manager is looked at until an owner has said a word on it; an owner needs nobody', () => {
  const one = story({ kind: 'refund', method: 'cash' });
  expect(one.alarms()).toMatchObject([{ kind: 'refund', by: 'meera', amount: 250_000 }]);
  one.decide('confirmed');
  expect(one.kinds()).toEqual([]);
  expect(story({ kind: 'refund' }, testPeople.owner).kinds()).toEqual([]);
});

test('a refund that was confirmed with the hand-over of a purse has not been looked at', () => {
  const one = story({ kind: 'refund', method: 'cash' });
  one.decide('confirmed');
  const via = one.followers.map((follower) => ({ ...follower, via: 'settlement:1' }));
  expect(alarmsOfPayment(one.payment, via).map(({ kind }) => kind)).toEqual(['refund']);
});

test('a UPI payment without a bank reference is told after two days, while it waits', () => {
  const one = story();
  const [soon, late] = ['2026-04-03T05:59:59.999Z', '2026-04-03T06:00:00.000Z'];
  expect(utrAlarm(one.payment, one.followers, soon)).toBeUndefined();
  expect(utrAlarm(one.payment, one.followers, late)).toMatchObject({ kind: 'no_utr', amount: 250_000 });
  one.decide('confirmed');
  expect(utrAlarm(one.payment, one.followers, late)).toBeUndefined();
  const proved = story({ utr: '412345678901' });
  expect(utrAlarm(proved.payment, proved.followers, late)).toBeUndefined();
  const cash = story({ method: 'cash' });
  expect(utrAlarm(cash.payment, cash.followers, late)).toBeUndefined();
});
