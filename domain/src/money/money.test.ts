import { expect, test } from 'vitest';
import { addMoney, money, moneySchema, negateMoney, subtractMoney, sumMoney, zeroMoney } from './money.ts';

test.each([0.5, Number.NaN, Infinity, 2 ** 53])('refuses %s as money', (value) => {
  expect(() => money(value)).toThrow(RangeError);
  expect(moneySchema.safeParse(value).success).toBe(false);
});

test('refuses text that looks like money at the border', () => {
  expect(moneySchema.safeParse('100').success).toBe(false);
  expect(moneySchema.parse(-100)).toBe(money(-100));
});

test('adds, subtracts, negates and sums', () => {
  expect(addMoney(money(10), money(-3))).toBe(7);
  expect(subtractMoney(money(10), money(13))).toBe(-3);
  expect(sumMoney([money(1), money(2), money(-4)])).toBe(-1);
  expect(sumMoney([])).toBe(zeroMoney);
});

test('knows no negative zero', () => {
  expect(Object.is(negateMoney(zeroMoney), 0)).toBe(true);
  expect(Object.is(money(-0), 0)).toBe(true);
});

test('throws rather than round when a sum leaves the exact range', () => {
  expect(() => addMoney(money(Number.MAX_SAFE_INTEGER), money(1))).toThrow(RangeError);
});
