import { describe, expect, test } from 'vitest';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment, PaymentMethod } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { MAX_AMOUNT, money } from '#src/money/money.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { decideHandOver, handOver } from './hand-over.ts';
import { openJob } from './open-job.ts';
import { decidePayment, takePayment } from './payments.ts';

const { owner, manager, otherManager } = testPeople;
const asManager = testContext({ actor: manager });
const asOwner = testContext({ actor: owner, code: 'B1' });
const byReceiver = { createdBy: otherManager.userId, verdict: 'rejected', reason: 'Never came' };
const job = acted(openJob(asManager, { plate: 'MH12AB1234', customerName: 'Raj' }))
  .documents[0] as unknown as Job;

const took = (method: PaymentMethod, context = asManager, kind: Payment['kind'] = 'partial'): Payment =>
  acted(takePayment(context, job, { amount: money(100), kind, method })).documents[0] as unknown as Payment;

describe('taking a word back', () => {
  test('needs a word that stands', () => {
    const payment = took('cash');
    const withdraw = (followers: Parameters<typeof decidePayment>[2]) =>
      decidePayment(asOwner, payment, followers, { verdict: 'withdrawn' });
    expect(withdraw([])).toEqual({ ok: false, reason: { code: 'not_waiting' } });
    const confirmed = acted(decidePayment(asOwner, payment, [], { verdict: 'confirmed' })).documents;
    const withdrawn = acted(withdraw(confirmed)).documents;
    expect(withdraw([...confirmed, ...withdrawn])).toEqual({ ok: false, reason: { code: 'not_waiting' } });
  });

  test('needs a decided hand-over', () => {
    const given = acted(handOver(asManager, { to: owner.userId, amount: money(100) })).documents[0];
    const settlement = given as unknown as Settlement;
    const withdraw = (decisions: Parameters<typeof decideHandOver>[2]) =>
      decideHandOver(asOwner, settlement, decisions, [], { verdict: 'withdrawn' });
    expect(withdraw([])).toEqual({ ok: false, reason: { code: 'not_waiting' } });
    const confirmed = acted(decideHandOver(asOwner, settlement, [], [], { verdict: 'confirmed' })).documents;
    expect(withdraw(confirmed)).toMatchObject({ ok: true });
  });
});

describe('an owner’s word on a hand-over', () => {
  const given = acted(handOver(asManager, { to: otherManager.userId, amount: money(100) })).documents[0];
  const settlement = given as unknown as Settlement;
  const asReceiver = testContext({ actor: otherManager, code: 'C1' });
  const reason = 'Never came';
  const said = (
    context: typeof asOwner,
    before: Parameters<typeof decideHandOver>[2],
    verdict: 'confirmed' | 'rejected' | 'withdrawn',
  ) => decideHandOver(context, settlement, before, [], { verdict, reason });

  test('is not overruled by whoever received it, in the app or past it', () => {
    for (const verdict of ['confirmed', 'rejected'] as const) {
      const owners = acted(said(asOwner, [], verdict)).documents;
      const [other] = (['confirmed', 'rejected'] as const).filter((one) => one !== verdict);
      for (const word of [other ?? verdict, 'withdrawn'] as const)
        expect(said(asReceiver, owners, word)).toEqual({ ok: false, reason: { code: 'already_decided' } });
      const [forged] = acted(said(asOwner, owners, 'withdrawn')).documents;
      const joins = typeNamed('settlementDecision')?.mayJoin;
      const group = { head: given, followers: owners };
      expect(joins?.(otherManager, { ...forged, ...byReceiver } as AnyDocument, group)).toBe(
        'already_decided',
      );
      expect(joins?.(owner, forged as AnyDocument, group)).toBeUndefined();
    }
  });

  test('that was taken back leaves the receiver the next, and what came before it stays admitted', () => {
    const first = acted(said(asReceiver, [], 'confirmed')).documents;
    const [rejected] = acted(said(asOwner, first, 'rejected')).documents;
    const joins = typeNamed('settlementDecision')?.mayJoin;
    const late = { head: given, followers: [rejected as AnyDocument] };
    expect(joins?.(otherManager, first[0] as AnyDocument, late)).toBeUndefined();
    const before = [...first, rejected as AnyDocument];
    const withdrawn = [...before, ...acted(said(asOwner, before, 'withdrawn')).documents];
    const [again] = acted(said(asReceiver, withdrawn, 'confirmed')).documents;
    expect(
      joins?.(otherManager, again as AnyDocument, { head: given, followers: withdrawn }),
    ).toBeUndefined();
  });
});

test('a hand-over confirms only cash that its giver took, whatever it names', () => {
  const asOther = testContext({ actor: otherManager, code: 'C1' });
  const payments = [took('cash'), took('upi'), took('cash', asOther), took('cash', asManager, 'refund')];
  const named = { to: owner.userId, amount: money(100), payments: payments.map(({ _id }) => _id) };
  const settlement = acted(handOver(asManager, named)).documents[0] as unknown as Settlement;
  const groups = payments.map((payment) => ({ payment, followers: [] }));
  const { documents } = acted(decideHandOver(asOwner, settlement, [], groups, { verdict: 'confirmed' }));
  expect(documents.flatMap((document) => document['paymentId'] ?? [])).toEqual([payments[0]?._id]);
});

test('an amount beyond any bill is refused, so that sums stay exact', () => {
  const pay = (amount: number) =>
    takePayment(asManager, job, { amount: money(amount), kind: 'final', method: 'bank' });
  expect(pay(MAX_AMOUNT)).toMatchObject({ ok: true });
  for (const amount of [MAX_AMOUNT + 1, Number.MAX_SAFE_INTEGER])
    expect(pay(amount)).toEqual({ ok: false, reason: { code: 'amount_too_large', field: 'amount' } });
  expect(
    openJob(asManager, { plate: 'X', customerName: 'Raj', estimatedAmount: money(2 ** 53 - 1) }),
  ).toEqual({
    ok: false,
    reason: { code: 'amount_too_large', field: 'estimatedAmount' },
  });
});
