import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { md5 } from './md5.ts';
import { utf8Bytes } from './utf8-bytes.ts';

test.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98d277d9f5a5611c2c9f419d9f'],
  ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
])('gives the digest of RFC 1321 for %j', (text, digest) => {
  expect(md5(text)).toBe(digest);
});

test('is right at every length around a block', () => {
  const digests = Array.from({ length: 200 }, (_, length) => md5('x'.repeat(length)));
  expect(md5(digests.join(''))).toBe('0f0e2ac786e6a42eac7e7de3a518cd0c'); // computed with OpenSSL
});

test('hashes UTF-8, with a lone surrogate replaced', () => {
  expect(md5('₹1,23,456 मराठी 🚗')).toBe('4eb6dbf4d663cb1ee6f4fab0ba705e06');
  expect(md5('\uD800 x')).toBe(md5('\uFFFD x'));
});

test('encodes every text as encodeURIComponent does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const whole = text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
      const reference = encodeURIComponent(whole).match(/%..|./g) ?? [];
      expect([...utf8Bytes(text)]).toEqual(
        reference.map((part) =>
          part.length === 1 ? part.charCodeAt(0) : Number.parseInt(part.slice(1), 16),
        ),
      );
    }),
  );
});
