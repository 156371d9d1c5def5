import { expect, test } from 'vitest';
import { formatMoney, formatMoneyColumn } from './format-money.ts';
import { money } from './money.ts';

const rupees = { currency: 'INR', locale: 'en-IN' } as const;

test.each([
  [12_345_600, '₹1,23,456'],
  [12_345_650, '₹1,23,456.50'],
  [0, '₹0'],
  [5, '₹0.05'],
  [-20_000, '−₹200'],
  [-20_001, '−₹200.01'],
  [Number.MAX_SAFE_INTEGER, '₹9,00,71,99,25,47,409.91'],
])('writes %d paise as people read it', (amount, text) => {
  expect(formatMoney(money(amount), rupees)).toBe(text);
});

test('writes decimals always when told, for papers', () => {
  expect(formatMoney(money(200_000), { ...rupees, decimals: 'always' })).toBe('₹2,000.00');
});

test('groups by the locale and takes decimals from the currency', () => {
  expect(formatMoney(money(12_345_600), { currency: 'INR', locale: 'en-US' })).toBe('₹123,456');
  expect(formatMoney(money(1500), { currency: 'JPY', locale: 'en-US', decimals: 'always' })).toBe('¥1,500');
  expect(formatMoney(money(1500), { currency: 'KWD', locale: 'en-US' })).toMatch(/1\.500$/);
});

test('gives a column decimals only when one of its amounts has them', () => {
  expect(formatMoneyColumn([money(100), money(-20_000)], rupees)).toEqual(['₹1', '−₹200']);
  expect(formatMoneyColumn([money(100), money(150)], rupees)).toEqual(['₹1.00', '₹1.50']);
  expect(formatMoneyColumn([], rupees)).toEqual([]);
});
