import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentId } from '#src/ids/document-id.ts';
import { money } from '#src/money/money.ts';
import { upiLink, upiTransactionRef } from './upi-link.ts';
import { uriComponent } from './uri-component.ts';
import { normalizeUtr, utrSchema } from './utr.ts';
import { vpaSchema } from './vpa.ts';

const TR = '0196f0a0000070008000000000000001';
const request = { vpa: 'garage@okaxis', payee: 'Garage', amount: money(200_000), tr: TR, note: 'A1-0042' };

test('a payment’s reference is its id without type and dashes', () => {
  expect(upiTransactionRef('payment:0196f0a0-0000-7000-8000-000000000001')).toBe(TR);
});

test('writes the link that apps expect', () => {
  expect(upiLink({ ...request, payee: "Ravi & Sons' Garage", note: 'Bill A1-0042 / MH 12' })).toBe(
    `upi://pay?pa=garage@okaxis&pn=Ravi%20%26%20Sons%27%20Garage&am=2000.00&cu=INR&tr=${TR}&tn=Bill%20A1-0042%20%2F%20MH%2012`,
  );
});

test.each([
  [1, '0.01'],
  [10, '0.10'],
  [100, '1.00'],
  [12_345_605, '123456.05'],
])('writes %d paise as %s', (amount, text) => {
  expect(upiLink({ ...request, amount: money(amount) })).toContain(`&am=${text}&`);
});

test('cuts a note to fifty characters without breaking one', () => {
  const link = upiLink({ ...request, note: '🚗'.repeat(60) });
  expect(link.endsWith(`tn=${encodeURIComponent('🚗'.repeat(50))}`)).toBe(true);
});

test('asks for nothing and for nothing traceable only by a bug', () => {
  expect(() => upiLink({ ...request, amount: money(0) })).toThrow(RangeError);
  expect(() => upiLink({ ...request, amount: money(-1) })).toThrow(RangeError);
  expect(() => upiLink({ ...request, tr: 'a&am=1' })).toThrow(RangeError);
  expect(() => upiLink({ ...request, tr: 'x'.repeat(36) })).toThrow(RangeError);
});

test('whatever is typed, a link says exactly what was asked and nothing more', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.integer({ min: 1, max: 1e12 }),
      fc.uuid(),
      (payee, note, paise, uuid) => {
        const tr = upiTransactionRef(documentId('payment', uuid));
        const link = upiLink({ ...request, payee, note, amount: money(paise), tr });
        const pairs = link
          .slice('upi://pay?'.length)
          .split('&')
          .map((pair) => pair.split('='));
        expect(pairs.map(([key]) => key)).toEqual(['pa', 'pn', 'am', 'cu', 'tr', 'tn']);
        const said = Object.fromEntries(pairs.map(([key, value = '']) => [key, decodeURIComponent(value)]));
        expect(said).toEqual({
          pa: request.vpa,
          pn: payee,
          am: `${BigInt(paise) / 100n}.${String(paise % 100).padStart(2, '0')}`,
          cu: 'INR',
          tr,
          tn: Array.from(note).slice(0, 50).join(''),
        });
      },
    ),
  );
});

test('encodes everything but unreserved characters and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(uriComponent(text)).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(uriComponent(text))).toBe(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
    }),
  );
});

test.each([
  'garage@okaxis',
  '9876543210@ybl',
  'a.b-c_d@s2b',
  '123456789@SBIN0001234.ifsc.npci',
  '12@aadhaar.npci',
])('%s is a UPI address', (vpa) => {
  expect(vpaSchema.parse(vpa)).toBe(vpa);
});

test.each(['', 'garage', '@okaxis', 'garage@', 'ravi@gmail.com', 'a b@ybl', 'a@b@ybl', 'a@y&am=1'])(
  '%j is no UPI address',
  (vpa) => {
    expect(vpaSchema.safeParse(vpa).success).toBe(false);
  },
);

test('a reference is compared in one spelling', () => {
  expect(normalizeUtr(' 4231 0987-6543 ')).toBe('423109876543');
  expect(normalizeUtr('axisN2026०')).toBe('AXISN20260');
  expect(utrSchema.safeParse('423109876543').success).toBe(true);
  expect(
    ['', '12345', 'abc123', '1'.repeat(36), '123 456'].some((utr) => utrSchema.safeParse(utr).success),
  ).toBe(false);
});

test('spelling a reference again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalizeUtr(normalizeUtr(text))).toBe(normalizeUtr(text));
      expect(normalizeUtr(text)).toMatch(/^[A-Z0-9]*$/);
    }),
  );
});
