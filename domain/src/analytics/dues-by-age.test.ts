import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#src/time/workshop-day.ts';
import { duesByAge } from './dues-by-age.ts';

const today = '2026-04-30';
const agesOf = (...days: readonly number[]) =>
  duesByAge(
    days.map((age, index) => ({ day: addDays(today, -age), amount: 10 ** index })),
    today,
  ).map(({ amount }) => amount);

test('the seventh, thirtieth and ninetieth day are the last of their ages', () => {
  expect(agesOf(0, 7, 8)).toEqual([11, 100, 0, 0]);
  expect(agesOf(30, 31, 90, 91)).toEqual([0, 1, 110, 1000]);
  expect(agesOf(-1)).toEqual([1, 0, 0, 0]);
});

test('every due stands in exactly one age', () => {
  const dues = fc.array(fc.record({ age: fc.integer({ min: -2, max: 400 }), amount: fc.nat() }));
  fc.assert(
    fc.property(dues, (list) => {
      const aged = duesByAge(
        list.map(({ age, amount }) => ({ day: addDays(today, -age), amount })),
        today,
      );
      expect(aged.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
      expect(aged.reduce((sum, { amount }) => sum + amount, 0)).toBe(
        list.reduce((sum, { amount }) => sum + amount, 0),
      );
    }),
  );
});
