import { describe, expect, test } from 'vitest';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { balanceOf } from '#src/ledger/job-contribution.ts';
import { ledgerOf, receivedIn } from '#src/ledger/ledger.ts';
import { totalKey } from '#src/ledger/contribution.ts';
import { money } from '#src/money/money.ts';
import { acted, testContext, TEST_WAIVER_LIMIT } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { deliverAndCollect } from './deliver-and-collect.ts';
import { giveBack } from './give-back.ts';
import { moveJob, takeBackMove } from './move-job.ts';
import { openJob } from './open-job.ts';
import { takePayment } from './payments.ts';
import { decideWaiver, waive } from './waivers.ts';

const { owner, manager, otherManager } = testPeople;
const ZONE = 'Asia/Kolkata';

function opened(estimatedAmount = money(5_000_00)) {
  const asManager = testContext({ actor: manager });
  const { documents } = acted(
    openJob(asManager, { plate: 'MH12AB1234', customerName: 'Raj', estimatedAmount }),
  );
  return { asManager, job: documents[0] as unknown as Job, documents };
}
const balanceIn = (documents: readonly AnyDocument[]): number => {
  const all = [...new Map(documents.map((one) => [one._id, one])).values()];
  const job = all.find(({ type }) => type === 'job') as unknown as Job;
  return balanceOf(job, receivedIn(ledgerOf(all, ZONE), job._id));
};

describe('a discount', () => {
  test('of a manager counts within the limit and once; above it the owner’s word counts, and can be taken back', () => {
    const { asManager, job, documents } = opened();
    const first = acted(waive(asManager, job, { amount: money(200_00), reason: ' Regular ' }, [])).documents;
    expect(first[0]).toMatchObject({ reason: 'Regular', byOwner: false, limit: TEST_WAIVER_LIMIT });
    expect(balanceIn([...documents, ...first])).toBe(4_800_00);
    const second = acted(waive(asManager, job, { amount: money(100_00), reason: 'More' }, first)).documents;
    const both = [...documents, ...first, ...second];
    expect(balanceIn(both)).toBe(4_800_00);
    const asOwner = testContext({ actor: owner });
    const waiver = second[0] as unknown as Waiver;
    const yes = acted(decideWaiver(asOwner, waiver, [], { verdict: 'confirmed' })).documents;
    expect(balanceIn([...both, ...yes])).toBe(4_700_00);
    const back = acted(decideWaiver(asOwner, waiver, yes, { verdict: 'withdrawn' })).documents;
    expect(balanceIn([...both, ...yes, ...back])).toBe(4_800_00);
    expect(decideWaiver(asManager, waiver, [], { verdict: 'confirmed' })).toMatchObject({ ok: false });
    expect(decideWaiver(asOwner, waiver, [], { verdict: 'rejected' })).toMatchObject({
      reason: { code: 'reason_needed' },
    });
  });

  test('needs an amount, a reason and the own desk', () => {
    const { asManager, job } = opened();
    const codeOf = (input: { amount: number; reason: string }, context = asManager) => {
      const result = waive(context, job, { ...input, amount: money(input.amount) }, []);
      return result.ok ? 'ok' : result.reason.code;
    };
    expect(codeOf({ amount: 0, reason: 'x' })).toBe('amount_not_positive');
    expect(codeOf({ amount: 1, reason: '  ' })).toBe('reason_needed');
    expect(codeOf({ amount: 1, reason: 'x' }, testContext({ actor: otherManager }))).toBe('not_permitted');
    expect(codeOf({ amount: 9_999_00, reason: 'x' }, testContext({ actor: owner }))).toBe('ok');
  });

  test('lowers revenue and dues, and more of it than is billed leaves nothing to pay and nothing to give back', () => {
    const { asManager, job, documents } = opened();
    const done = acted(moveJob(asManager, job, 'completed')).documents;
    const waived = acted(
      waive(testContext({ actor: owner }), job, { amount: money(5_500_00), reason: 'x' }, []),
    );
    const all = [...done, ...documents.slice(1), ...waived.documents];
    expect(balanceIn(all)).toBe(0);
    const totals = ledgerOf(all, ZONE);
    expect(totals.get(totalKey.revenue('2026-04-01', manager.userId))).toEqual({ amount: 0, count: 1 });
    expect([...totals.keys()].filter((key) => key.startsWith('due|'))).toEqual([]);
  });

  test('given with a payment is stored with it', () => {
    const { asManager, job } = opened();
    const discount = { amount: money(100_00), reason: 'Round' };
    const input = { amount: money(4_900_00), kind: 'final', method: 'cash', discount } as const;
    expect(acted(takePayment(asManager, job, input)).documents.map(({ type }) => type)).toEqual([
      'payment',
      'waiver',
    ]);
    expect(takePayment(asManager, job, { ...input, discount: { ...discount, reason: '' } })).toMatchObject({
      reason: { code: 'reason_needed' },
    });
  });
});

describe('deliver and collect', () => {
  test('is one act: bill, discount, money, rest as due, delivered; only the move is taken back', () => {
    const { asManager, job, documents } = opened();
    const { kind, documents: written } = acted(
      deliverAndCollect(asManager, job, {
        billedAmount: money(5_600_00),
        discount: { amount: money(100_00), reason: 'Regular' },
        payment: { amount: money(4_000_00), kind: 'partial', method: 'upi', utr: '412345678901' },
        dueAt: '2026-04-10T18:29:59.999Z',
      }),
    );
    expect(kind).toBe('deliver_and_collect');
    expect(written.map(({ type }) => type)).toEqual([
      'job',
      'jobEvent',
      'visit',
      'jobEvent',
      'jobEvent',
      'payment',
      'paymentProof',
      'waiver',
    ]);
    expect(written[0]).toMatchObject({
      billedAmount: 5_600_00,
      dueAt: '2026-04-10T18:29:59.999Z',
      status: { value: 'delivered', completedAt: asManager.now, deliveredAt: asManager.now },
    });
    expect(balanceIn([...documents.slice(1), ...written])).toBe(1_500_00);
    asManager.wait(60_000);
    const back = acted(takeBackMove(asManager, written[0] as unknown as Job, 'pending')).documents;
    expect(balanceIn([...documents.slice(1), ...written.slice(1), ...back])).toBe(1_500_00);
  });

  test('delivers without money, and refuses what makes no sense', () => {
    const { asManager, job } = opened();
    const types = acted(deliverAndCollect(asManager, job, {})).documents.map(({ type }) => type);
    expect(types).toEqual(['job', 'jobEvent', 'visit']);
    const delivered = acted(deliverAndCollect(asManager, job, {})).documents[0] as unknown as Job;
    expect(deliverAndCollect(asManager, delivered, {})).toMatchObject({
      reason: { code: 'move_not_allowed' },
    });
    expect(deliverAndCollect(testContext({ actor: otherManager }), job, {})).toMatchObject({
      reason: { code: 'not_permitted' },
    });
    const discount = { amount: money(5_000_01), reason: 'x' };
    expect(deliverAndCollect(asManager, job, { discount })).toMatchObject({
      reason: { code: 'more_than_bill' },
    });
  });
});

test('money goes back with a reason, and no more than came in', () => {
  const { asManager, job } = opened();
  const back = (amount: number, reason = 'Paid twice') =>
    giveBack(asManager, job, { amount: money(amount), method: 'cash', reason }, 500_00);
  expect(acted(back(500_00)).documents).toMatchObject([
    { kind: 'refund', note: 'Paid twice', amount: 500_00 },
  ]);
  expect(back(500_01)).toMatchObject({ reason: { code: 'more_than_received' } });
  expect(back(1, ' ')).toMatchObject({ reason: { code: 'reason_needed' } });
});
