import { expect, test } from 'vitest';
import { cashObjection } from './cash-limit.ts';

const lakh = 1_00_000_00;

test('cash of two lakh for one job or from one person in a day is objected to, part payments added up', () => {
  expect(cashObjection(2 * lakh, { forJob: 0, today: 0 }, 'INR')).toEqual({ of: 'job', total: 2 * lakh });
  expect(cashObjection(lakh, { forJob: lakh, today: 0 }, 'INR')).toEqual({ of: 'job', total: 2 * lakh });
  expect(cashObjection(lakh, { forJob: 0, today: lakh }, 'INR')).toEqual({ of: 'day', total: 2 * lakh });
});

test('a paisa below is not, and neither is nothing, nor another country’s money', () => {
  expect(cashObjection(2 * lakh - 1, { forJob: 0, today: 0 }, 'INR')).toBeUndefined();
  expect(cashObjection(lakh, { forJob: lakh - 1, today: lakh - 1 }, 'INR')).toBeUndefined();
  expect(cashObjection(0, { forJob: 3 * lakh, today: 3 * lakh }, 'INR')).toBeUndefined();
  expect(cashObjection(9 * lakh, { forJob: 0, today: 0 }, 'MWK')).toBeUndefined();
});
