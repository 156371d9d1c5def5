import type { Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#src/words/compiled/runtime.js';
import { cardValues, readChanges } from './card-form.ts';

overwriteGetLocale(() => 'en');

const formats = { locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' };
const job = {
  customerName: 'Raj Kumar',
  phone: '+919876543210',
  estimatedAmount: 500_050,
  promisedAt: '2026-06-18T12:30:00.000Z',
  odometer: 45_200,
} as unknown as Job;
const before = cardValues(job, formats);

test('a card that nobody touched changes nothing', () => {
  expect(readChanges(before, before, formats)).toEqual({ changes: {}, errors: {} });
  expect(before.estimatedAmount).toBe('5000.50');
});

test('only the touched fields change, and an emptied one is cleared', () => {
  const values = { ...before, carModel: ' Honda City ', odometer: '', estimatedAmount: '6,500' };
  const { changes } = readChanges(values, before, formats);
  expect(changes).toEqual({ carModel: 'Honda City', odometer: undefined, estimatedAmount: 650_000 });
  expect('odometer' in changes).toBe(true);
});

test('a promised day means six in the evening at the workshop', () => {
  const { changes } = readChanges({ ...before, promisedDay: '2026-06-20' }, before, formats);
  expect(changes).toEqual({ promisedAt: '2026-06-20T12:30:00.000Z' });
});

test('what cannot be read is said beside its field', () => {
  const values = { ...before, phone: '12', billedAmount: '12,50', odometer: 'many' };
  expect(Object.keys(readChanges(values, before, formats).errors)).toEqual([
    'phone',
    'billedAmount',
    'odometer',
  ]);
});

test('a name or a phone has to stay', () => {
  const { errors } = readChanges({ ...before, phone: '', customerName: ' ' }, before, formats);
  expect(errors.customerName).toBeDefined();
});
