// @vitest-environment happy-dom
import { money } from '@revops/domain';
import { expect, test } from 'vitest';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import type { JobView } from '#src/data/views.ts';
import { reminderText } from './reminder-text.ts';

const formats = { locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' } as const;
const job = {
  id: 'job:019dd7d2-a700-7122-a64c-328ff0f63584',
  plate: 'MH12AB1234',
  status: 'delivered',
  completedAt: '2026-05-01T05:00:00.000Z',
  balance: money(450_000),
} as JobView;
const file = { due: money(450_000), past: [job], open: [] } satisfies Partial<CustomerFile>;

test('a reminder says how much and for which car, and how to pay it where there is a UPI id', () => {
  expect(reminderText(file, { name: 'Verma Motors' }, formats)).toBe(
    'Verma Motors: hello. ₹4,500 is still open for MH 12 AB 1234. Please pay when you can. Thank you.',
  );
  const upi = { vpa: 'verma@okhdfc', payee: 'Verma Motors' };
  const text = reminderText({ ...file, name: 'Raj Kumar' }, { name: 'Verma Motors', upi }, formats);
  expect(text.split('\n')).toEqual([
    'Verma Motors: hello Raj Kumar. ₹4,500 is still open for MH 12 AB 1234. Please pay when you can. Thank you.',
    'Pay by UPI: upi://pay?pa=verma@okhdfc&pn=Verma%20Motors&am=4500.00&cu=INR&tr=019dd7d2a7007122a64c328ff0f63584&tn=MH%2012%20AB%201234',
  ]);
});
