import { expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-05-01T06:00:00Z');

test.each([
  ['2', 2000],
  ['0', 0],
  ['-5', 0],
  ['Fri, 01 May 2026 06:00:30 GMT', 30_000],
  ['Fri, 01 May 2026 05:00:00 GMT', 0],
  ['999999', 600_000],
  ['soon', undefined],
  ['', undefined],
])('reads "%s" as %s milliseconds', (header, ms) => {
  expect(readRetryAfter(header, now)).toBe(ms);
});

test('nothing is asked for without the header', () => {
  expect(readRetryAfter(null, now)).toBeUndefined();
});
