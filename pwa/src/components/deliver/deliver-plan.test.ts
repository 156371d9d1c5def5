import { money, type Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { deliverPlan, type DeliverTexts } from './deliver-plan.ts';

const formats = { currency: 'INR', locale: 'en-IN', timeZone: 'Asia/Kolkata' } as const;
const untouched: DeliverTexts = { bill: undefined, paid: undefined };
const job = (change: { billed?: number; waived?: number; confirmed?: number } = {}) => ({
  document: { estimatedAmount: money(9_000_00), status: { value: 'completed' } } as unknown as Job,
  billed: money(change.billed ?? 5_000_00),
  received: {
    waiting: money(0),
    confirmed: money(change.confirmed ?? 1_000_00),
    waived: money(change.waived ?? 0),
  },
});
const plan = (texts: Partial<DeliverTexts>, discount = 0, of = job()) =>
  deliverPlan(of, { ...untouched, ...texts }, money(discount), formats);

test('untouched, all that is due is paid and nothing stays due', () => {
  expect(plan({})).toEqual({ billed: 5_000_00, toCollect: 4_000_00, paid: 4_000_00, left: 0 });
});

test('bill, discount and what was let off before change what is due; a part paid leaves the rest', () => {
  expect(plan({ bill: '5,600' }, 100_00)).toMatchObject({ toCollect: 4_500_00, paid: 4_500_00 });
  expect(plan({ paid: '1500.50' }, 100_00)).toMatchObject({ paid: 1_500_50, left: 2_399_50 });
  expect(plan({}, 0, job({ waived: 300_00 }))).toMatchObject({ toCollect: 3_700_00 });
  expect(plan({ paid: '0' })).toMatchObject({ paid: 0, left: 4_000_00 });
});

test('money to give back asks for none', () => {
  expect(plan({}, 0, job({ confirmed: 5_200_00 }))).toEqual({
    billed: 5_000_00,
    toCollect: -200_00,
    paid: 0,
    left: 0,
  });
});

test('what is no amount, or more than is due, is not taken for one', () => {
  expect(plan({ bill: 'five' }).billed).toBeUndefined();
  expect(plan({ paid: '4000.01' }).paid).toBeUndefined();
  expect(plan({ paid: '' }).paid).toBeUndefined();
});
