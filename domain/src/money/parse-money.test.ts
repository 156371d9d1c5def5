import { expect, test } from 'vitest';
import { parseMoney } from './parse-money.ts';

test.each([
  ['2000', 'INR', 200_000],
  ['0', 'INR', 0],
  ['1,23,456.50', 'INR', 12_345_650],
  ['123,456.5', 'INR', 12_345_650],
  ['12,34,56,789', 'INR', 12_34_56_789_00],
  ['1,234,567', 'INR', 123_456_700],
  ['₹ 1,000', 'INR', 100_000],
  ['₹1,000', 'INR', 100_000],
  ['Rs. 500/-', 'INR', 50_000],
  ['rs500', 'INR', 50_000],
  ['INR 500', 'INR', 50_000],
  ['500 ₹', 'INR', 50_000],
  ['1 23 456', 'INR', 12_345_600],
  ['12.', 'INR', 1200],
  ['.5', 'INR', 50],
  ['+7', 'INR', 700],
  ['0.29', 'INR', 29], // 0.29 × 100 is 28.999… in floats
  ['१,२३,४५६.७८', 'INR', 12_345_678],
  ['１２', 'INR', 1200],
  ['MK 1,500', 'MWK', 150_000],
  ['500', 'JPY', 500],
  ['1.234', 'KWD', 1234],
  ['90071992547409.91', 'INR', Number.MAX_SAFE_INTEGER],
])('reads %j in %s', (text, currency, value) => {
  expect(parseMoney(text, currency)).toEqual({ ok: true, value });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['₹', 'empty'],
  ['abc', 'not_a_number'],
  ['-', 'not_a_number'],
  ['.', 'not_a_number'],
  ['1.2.3', 'not_a_number'],
  ['12,50', 'not_a_number'],
  ['10 20', 'not_a_number'],
  ['1,2345', 'not_a_number'],
  [',500', 'not_a_number'],
  ['12INR34', 'not_a_number'],
  ['$100', 'not_a_number'],
  ['1e5', 'not_a_number'],
  ['0x10', 'not_a_number'],
  ['--5', 'not_a_number'],
  ['1.005', 'too_many_decimals'],
  ['1.000', 'too_many_decimals'],
  ['90071992547409.92', 'too_large'],
  ['9'.repeat(400), 'too_large'],
  ['-5', 'negative'],
  ['−₹5', 'negative'],
  ['₹-5', 'negative'],
  ['(500)', 'negative'],
])('refuses %j with the reason %s', (text, reason) => {
  expect(parseMoney(text, 'INR')).toEqual({ ok: false, reason });
});

test('refuses decimals in a currency that has none', () => {
  expect(parseMoney('5.0', 'JPY')).toEqual({ ok: false, reason: 'too_many_decimals' });
});
