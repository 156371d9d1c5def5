import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#src/words/compiled/runtime.js';
import { emptyValues, hasMore, isEmpty } from './draft.ts';
import { fieldOrder, readForm } from './read-form.ts';

overwriteGetLocale(() => 'en');

const formats = { locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' };
const today = '2026-06-18';
const read = (change: Partial<typeof emptyValues>) => readForm({ ...emptyValues, ...change }, formats, today);

test('a plate with a phone or a name is enough, and nothing else is written', () => {
  expect(read({ plate: 'MH12AB1234', phone: '98765 43210' })).toEqual({
    input: { plate: 'MH12AB1234', plateKind: 'private', phone: '+919876543210' },
  });
  expect(read({ plate: 'MH12AB1234', customerName: ' Raj Kumar ' })).toEqual({
    input: { plate: 'MH12AB1234', plateKind: 'private', customerName: 'Raj Kumar' },
  });
});

test('an empty estimate is unset, a typed zero is zero, and an advance of nothing is none', () => {
  const base = { plate: 'KA05MN7', customerName: 'Anil' };
  expect(read(base)).not.toHaveProperty('input.estimatedAmount');
  expect(read({ ...base, estimate: '0' })).toHaveProperty('input.estimatedAmount', 0);
  expect(read({ ...base, advance: '0' })).not.toHaveProperty('input.advance');
  expect(read({ ...base, advance: '1,000', advanceMethod: 'upi' })).toHaveProperty('input.advance', {
    amount: 100_000,
    method: 'upi',
  });
});

test('a promised day means six in the evening, and never one that is over', () => {
  const base = { plate: 'KA05MN7', customerName: 'Anil' };
  expect(read({ ...base, promisedDay: '2026-06-20' })).toHaveProperty(
    'input.promisedAt',
    '2026-06-20T12:30:00.000Z',
  );
  expect(read({ ...base, promisedDay: '2026-06-17' })).toHaveProperty('errors.promisedDay');
});

test('an empty form asks for the plate and for a phone or a name, a wrong one names every field', () => {
  expect(read({})).toMatchObject({ errors: { plate: expect.any(String), phone: expect.any(String) } });
  const wrong = read({
    plate: 'X'.repeat(21),
    phone: '12',
    estimate: '12,50',
    advance: 'ten',
    odometer: 'far',
  });
  const fields = 'errors' in wrong ? Object.keys(wrong.errors) : [];
  expect(new Set(fields)).toEqual(new Set(['plate', 'phone', 'estimate', 'advance', 'odometer']));
  expect(fields.every((field) => fieldOrder.some((known) => known === field))).toBe(true);
});

test('a draft knows whether it holds something, and whether the folded part must be open', () => {
  expect(isEmpty(emptyValues)).toBe(true);
  expect(isEmpty({ ...emptyValues, phone: '9' })).toBe(false);
  expect(hasMore({ ...emptyValues, phone: '9' })).toBe(false);
  expect(hasMore({ ...emptyValues, estimate: '5' })).toBe(true);
});
