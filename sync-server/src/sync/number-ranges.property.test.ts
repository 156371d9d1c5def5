import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countOf, gapsIn, holds, united } from './number-ranges.ts';

const last = 40;
const numbers = fc.array(fc.integer({ min: 1, max: last }), { maxLength: 60 });

it('covers exactly the numbers that it was made of', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const ranges = united(list.map((n) => [n, n] as const));
      const known = new Set(list);
      expect(countOf(ranges)).toBe(known.size);
      for (let n = 0; n <= last + 1; n += 1) expect(holds(ranges, n)).toBe(known.has(n));
    }),
  );
});

it('leaves as gaps exactly what is not covered up to a number', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: last }), (list, end) => {
      const ranges = united(list.map((n) => [n, n] as const));
      const gaps = gapsIn(ranges, end);
      const absent = Array.from({ length: end }, (_, index) => index + 1).filter((n) => !list.includes(n));
      expect(countOf(gaps)).toBe(absent.length);
      for (const n of absent) expect(holds(gaps, n)).toBe(true);
    }),
  );
});
