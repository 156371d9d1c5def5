import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { formatMoney, formatMoneyColumn } from './format-money.ts';
import { addMoney, money, negateMoney, subtractMoney, sumMoney, zeroMoney } from './money.ts';
import { parseMoney } from './parse-money.ts';

const amounts = fc.maxSafeInteger().map(money);
const small = fc.integer({ min: -1e12, max: 1e12 }).map(money);
const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 });

test('the parts of an allocation sum to the whole', () => {
  fc.assert(
    fc.property(amounts, weights, (total, by) => {
      expect(sumBig(allocate(total, by))).toBe(BigInt(total));
    }),
  );
});

test('no part is more than one minor unit away from its exact share', () => {
  fc.assert(
    fc.property(amounts, weights, (total, by) => {
      fc.pre(by.some((weight) => weight > 0));
      const sum = BigInt(by.reduce((all, weight) => all + weight, 0));
      allocate(total, by).forEach((part, index) => {
        const off = BigInt(part) * sum - BigInt(total) * BigInt(by[index] ?? 0);
        expect(off < sum && off > -sum).toBe(true);
        expect(by[index] !== 0 || part === 0).toBe(true);
      });
    }),
  );
});

test('a negative amount is allocated as its mirror image', () => {
  fc.assert(
    fc.property(amounts, weights, (total, by) => {
      expect(allocate(negateMoney(total), by)).toEqual(allocate(total, by).map(negateMoney));
    }),
  );
});

test('an allocation follows its order and refuses weights that mean nothing', () => {
  expect(allocate(money(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(money(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(allocate(money(10), [0, 0])).toEqual([5, 5]);
  expect(allocate(money(5), [0, 3, 1])).toEqual([0, 4, 1]);
  expect(() => allocate(money(1), [])).toThrow(RangeError);
  expect(() => allocate(money(1), [-1, 2])).toThrow(RangeError);
  expect(() => allocate(money(1), [0.5])).toThrow(RangeError);
});

const formats = fc.constantFrom(
  { currency: 'INR', locale: 'en-IN' },
  { currency: 'INR', locale: 'hi-IN' },
  { currency: 'INR', locale: 'mr-IN' },
  { currency: 'INR', locale: 'en-US' },
  { currency: 'MWK', locale: 'en-MW' },
  { currency: 'MWK', locale: 'en-IN' },
  { currency: 'JPY', locale: 'en-US' },
  { currency: 'KWD', locale: 'en-US' },
);

test('reading what was written gives the same amount back', () => {
  const decimals = fc.constantFrom('auto' as const, 'always' as const);
  fc.assert(
    fc.property(amounts, formats, decimals, (amount, format, shown) => {
      const text = formatMoney(amount, { ...format, decimals: shown });
      expect(parseMoney(text, format.currency)).toEqual(
        amount < 0 ? { ok: false, reason: 'negative' } : { ok: true, value: amount },
      );
    }),
  );
});

test('reading any text at all never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('INR', 'USD', 'JPY'), (text, currency) => {
      expect(typeof parseMoney(text, currency).ok).toBe('boolean');
    }),
  );
});

test('all amounts of a column show equally many decimals', () => {
  fc.assert(
    fc.property(fc.array(small), (column) => {
      const texts = formatMoneyColumn(column, { currency: 'INR', locale: 'en-IN' });
      expect(new Set(texts.map((text) => text.split('.')[1]?.length ?? 0)).size).toBeLessThan(2);
    }),
  );
});

test('money is a group under addition', () => {
  fc.assert(
    fc.property(small, small, small, (a, b, c) => {
      expect(addMoney(a, b)).toBe(addMoney(b, a));
      expect(addMoney(addMoney(a, b), c)).toBe(addMoney(a, addMoney(b, c)));
      expect(addMoney(a, negateMoney(a))).toBe(zeroMoney);
      expect(subtractMoney(a, b)).toBe(addMoney(a, negateMoney(b)));
      expect(sumMoney([a, b, c])).toBe(sumMoney([c, a, b]));
    }),
  );
});

function sumBig(parts: readonly number[]): bigint {
  return parts.reduce((all, part) => all + BigInt(part), 0n);
}
