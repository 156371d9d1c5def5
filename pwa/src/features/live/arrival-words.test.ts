// @vitest-environment happy-dom
import { money, type Money } from '@revops/domain';
import { expect, test } from 'vitest';
import type { PaymentView } from '#src/data/views.ts';
import { arrivalWords } from './arrival-words.ts';
import { worthTelling } from './worth-telling.ts';

const formats = { locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' } as const;

const payment = (fields: Partial<PaymentView> & { amount?: Money } = {}): PaymentView =>
  ({
    id: 'payment:1',
    amount: money(450_000),
    method: 'upi',
    kind: 'partial',
    state: 'waiting',
    collectedBy: 'imran',
    collectorName: 'Imran',
    plate: 'MH12AB1234',
    document: { createdBy: 'imran' },
    ...fields,
  }) as PaymentView;

test('one payment is told with its car and who took it, several by how many and how much', () => {
  expect(arrivalWords([payment()], formats)).toBe('₹4,500 UPI from Imran for MH 12 AB 1234');
  const { plate: _plate, ...without } = payment({ method: 'cash' });
  expect(arrivalWords([without as PaymentView], formats)).toBe('₹4,500 cash from Imran');
  expect(arrivalWords([payment(), payment({ amount: money(50_000) })], formats)).toBe(
    '2 new payments, ₹5,000, wait for you',
  );
  const back = payment({ amount: money(50_000), kind: 'refund' });
  expect(arrivalWords([payment(), back], formats)).toBe('2 new payments, ₹4,000, wait for you');
});

test('nobody is told of the own payments, nor of what was settled meanwhile', () => {
  const own = payment({ collectedBy: 'olga' });
  const written = payment({ document: { createdBy: 'olga' } as PaymentView['document'] });
  const settled = payment({ state: 'confirmed' });
  expect(worthTelling([own, written, settled, payment()], 'olga')).toHaveLength(1);
});
