import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_AMOUNT } from '#src/money/money.ts';
import { averageHalfUp } from './average-half-up.ts';

test('halves go up, thirds to the nearer, and nothing by nobody is nothing', () => {
  expect([
    averageHalfUp(5, 2),
    averageHalfUp(10, 3),
    averageHalfUp(11, 3),
    averageHalfUp(0, 0),
    averageHalfUp(-5, 2),
  ]).toEqual([3, 3, 4, 0, -2]);
});

test('is the quotient by whole numbers, however large the amounts', () => {
  const totals = fc.integer({ min: -MAX_AMOUNT * 1000, max: MAX_AMOUNT * 1000 });
  fc.assert(
    fc.property(totals, fc.integer({ min: 1, max: 1_000_000 }), (total, count) => {
      const doubled = 2n * BigInt(total) + BigInt(count);
      const divisor = 2n * BigInt(count);
      const down = doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n);
      expect(averageHalfUp(total, count)).toBe(Number(down));
    }),
  );
});
