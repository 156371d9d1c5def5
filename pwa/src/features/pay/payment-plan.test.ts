import { money } from '@revops/domain';
import { expect, test } from 'vitest';
import { excess, kindOfPayment, lessDiscount, suggestedAmount } from './payment-plan.ts';

type Bill = Parameters<typeof excess>[0];

const bill = (balance: number, change: Partial<Bill> = {}): Bill => ({
  billed: money(500_000),
  balance: money(balance),
  received: { waiting: money(0), confirmed: money(0), waived: money(0) },
  status: 'in_progress',
  ...change,
});
// A job without a bill: its balance is only what was received, and says nothing about what is due.
const unbilled: Bill = {
  balance: money(-100_000),
  received: { waiting: money(100_000), confirmed: money(0), waived: money(0) },
  status: 'pending',
};

test('the display starts with the balance, with what is to give back, or with nothing', () => {
  expect(suggestedAmount(bill(200_000), false)).toBe(200_000);
  expect(suggestedAmount(bill(-20_000), false)).toBe(0);
  expect(suggestedAmount(bill(-20_000), true)).toBe(20_000);
  expect(suggestedAmount(unbilled, false)).toBe(0);
  expect(suggestedAmount(unbilled, true)).toBe(0);
});

test('money is final when it covers the balance, else advance before and partial after completion', () => {
  expect(kindOfPayment(bill(200_000), money(200_000), false)).toBe('final');
  expect(kindOfPayment(bill(200_000), money(100_000), false)).toBe('advance');
  expect(kindOfPayment(bill(200_000, { status: 'completed' }), money(100_000), false)).toBe('partial');
  expect(kindOfPayment(unbilled, money(100_000), false)).toBe('advance');
  expect(kindOfPayment(bill(0, { status: 'delivered' }), money(100), false)).toBe('partial');
  expect(kindOfPayment(bill(200_000), money(200_000), true)).toBe('refund');
});

test('more than is due is noticed only where something is due', () => {
  expect(excess(bill(500_000), money(2_000_000))).toBe(1_500_000);
  expect(excess(bill(500_000), money(500_000))).toBe(0);
  expect(excess(bill(-20_000), money(100))).toBe(100);
  expect(excess(unbilled, money(2_000_000))).toBe(0);
});

test('a discount lowers what is suggested and what is too much, and a payment of the rest is final', () => {
  const less = lessDiscount(bill(200_000), money(20_000));
  expect(suggestedAmount(less, false)).toBe(180_000);
  expect(excess(less, money(200_000))).toBe(20_000);
  expect(kindOfPayment(less, money(180_000), false)).toBe('final');
  expect(lessDiscount(bill(-20_000), money(100)).balance).toBe(-20_000);
});
