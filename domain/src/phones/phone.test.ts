import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsUrl } from './sms-url.ts';
import { formatPhone, parsePhone, phoneSchema, telUrl, whatsappUrl } from './phone.ts';

test.each([
  ['9876543210', 'IN', '+919876543210'],
  ['98765 43210', 'IN', '+919876543210'],
  ['09876543210', 'IN', '+919876543210'],
  ['919876543210', 'IN', '+919876543210'],
  ['+91 98765-43210', 'IN', '+919876543210'],
  ['+91 (0) 98765 43210', 'IN', '+919876543210'],
  ['0091 98765 43210', 'IN', '+919876543210'],
  ['\u202A+91 98765 43210\u202C', 'IN', '+919876543210'],
  ['tel:+919876543210', 'IN', '+919876543210'],
  ['९८७६५४३२१०', 'IN', '+919876543210'],
  ['020 2543 1234', 'IN', '+912025431234'],
  ['9198765432', 'IN', '+919198765432'],
  ['0991 234 567', 'MW', '+265991234567'],
  ['265991234567', 'MW', '+265991234567'],
  ['+265 991 234 567', 'IN', '+265991234567'],
  ['9876543210', 'MW', undefined],
  ['+49 30 901820', 'IN', '+4930901820'],
  ['+1 (415) 555-2671', 'IN', '+14155552671'],
])('reads %j in %s as %s', (text, country, phone) => {
  const result = parsePhone(text, country);
  expect(result.ok ? result.value : undefined).toBe(phone);
});

test.each([
  ['', 'empty'],
  [' \u200E ', 'empty'],
  ['98765', 'too_short'],
  ['+91 98765', 'too_short'],
  ['+49 12', 'too_short'],
  ['98765432101', 'too_long'],
  ['+1234567890123456', 'too_long'],
  ['call me', 'not_a_phone'],
  ['9876543210 ext 2', 'not_a_phone'],
  ['9876543210/9123456789', 'not_a_phone'],
  ['+', 'not_a_phone'],
  ['++919876543210', 'not_a_phone'],
  ['+0 12345678', 'not_a_phone'],
  ['+91 00000 00000', 'not_a_phone'],
])('refuses %j with the reason %s', (text, reason) => {
  expect(parsePhone(text)).toEqual({ ok: false, reason });
});

test('a local number of a country we do not know needs its plus', () => {
  expect(parsePhone('030 901820', 'DE')).toEqual({ ok: false, reason: 'not_a_phone' });
});

test.each([
  ['+919876543210', '+91 98765 43210'],
  ['+265991234567', '+265 991 234 567'],
  ['+14155552671', '+1 415 555 2671'],
  ['+4930901820', '+49 309 018 20'],
  ['+9715012345', '+971 501 2345'],
])('writes %s as %s', (phone, text) => {
  expect(formatPhone(phone)).toBe(text);
});

test('makes links that dial and that open a chat', () => {
  expect(telUrl('+919876543210')).toBe('tel:+919876543210');
  expect(smsUrl('+919876543210', 'Car ready & washed')).toBe(
    'sms:+919876543210?body=Car%20ready%20%26%20washed',
  );
  expect(whatsappUrl('+919876543210', 'Car ready & washed: ₹500?')).toBe(
    'https://wa.me/919876543210?text=Car%20ready%20%26%20washed%3A%20%E2%82%B9500%3F',
  );
});

test('every number reads back from how it is written, and every reading is E.164', () => {
  const numbers = fc.oneof(
    fc.stringMatching(/^\+91[1-9]\d{9}$/),
    fc.stringMatching(/^\+265[1-9]\d{6,8}$/),
    fc.stringMatching(/^\+(?:1|44|49|971)[1-9]\d{6,9}$/),
  );
  fc.assert(
    fc.property(numbers, fc.constantFrom('IN', 'MW', 'DE'), (phone, country) => {
      expect(phoneSchema.parse(phone)).toBe(phone);
      expect(parsePhone(formatPhone(phone), country)).toEqual({ ok: true, value: phone });
    }),
  );
});

test('no text makes a reading throw or lets anything but E.164 through', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().-]{0,20}$/));
  fc.assert(
    fc.property(texts, fc.constantFrom('IN', 'MW', 'DE'), (text, country) => {
      const result = parsePhone(text, country);
      expect(!result.ok || phoneSchema.safeParse(result.value).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
