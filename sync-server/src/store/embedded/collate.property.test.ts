import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { collate } from './collate.ts';

const key = fc.letrec((tie) => ({
  key: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.constant({}),
    fc.array(tie('key'), { maxLength: 3 }),
  ),
})).key;

it('is a total order', () => {
  fc.assert(
    fc.property(key, key, key, (a, b, c) => {
      expect(Math.sign(collate(a, b))).toBe(-Math.sign(collate(b, a)) + 0);
      expect(collate(a, a)).toBe(0);
      const [low, middle, high] = [a, b, c].toSorted(collate);
      expect([collate(low, middle) <= 0, collate(middle, high) <= 0, collate(low, high) <= 0]).not.toContain(
        false,
      );
    }),
  );
});

it('orders as CouchDB does, an object after everything', () => {
  const order = [null, false, true, 1, 2, 'a', 'b', ['a'], ['a', 1], ['a', {}], ['b'], {}];
  expect(order.toReversed().toSorted(collate)).toEqual(order);
});
