import { expect, test } from 'vitest';
import {
  compareStamps,
  createHlc,
  fieldStampSchema,
  hlcOf,
  MAX_AHEAD_MS,
  nextStamp,
  stampDevice,
  stampSchema,
  stampTimeMs,
} from './hlc.ts';

const T = Date.UTC(2026, 3, 1);
const PHONE = '0196f0a0-0000-7000-8000-000000000001';

test('a stamp carries the time, a counter and the device', () => {
  const stamp = nextStamp(undefined, T, PHONE);
  expect(stamp).toBe(`${T.toString(36).padStart(9, '0')}-0000-${PHONE}`);
  expect(stampTimeMs(stamp)).toBe(T);
  expect(stampDevice(stamp)).toBe(PHONE);
  expect(stampSchema.parse(stamp)).toBe(stamp);
});

test('within one millisecond the counter counts, in a later one it starts anew', () => {
  const first = nextStamp(undefined, T, 'a');
  expect(nextStamp(first, T, 'a').slice(10, 14)).toBe('0001');
  expect(nextStamp(nextStamp(first, T, 'a'), T + 1, 'a').slice(10, 14)).toBe('0000');
});

test('a counter that is full carries into the time', () => {
  const full = `${T.toString(36).padStart(9, '0')}-zzzz-a`;
  const next = nextStamp(full, T, 'a');
  expect(stampTimeMs(next)).toBe(T + 1);
  expect(next.slice(10, 14)).toBe('0000');
  expect(next > full).toBe(true);
});

test('refuses to go past the last time a stamp can hold, and to continue from what is no stamp', () => {
  expect(() => nextStamp('zzzzzzzzz-zzzz-a', T, 'a')).toThrow(RangeError);
  expect(() => nextStamp('?', T, 'a')).toThrow(RangeError);
});

test('a clock set back does not set the stamps back', () => {
  let now = T;
  const clock = createHlc({ deviceId: 'a', now: () => now });
  const before = clock.next();
  now = T - 86_400_000;
  expect(clock.next() > before).toBe(true);
});

test('a clock goes on from its stored stamp after a restart', () => {
  const stored = createHlc({ deviceId: 'a', now: () => T }).next();
  expect(createHlc({ deviceId: 'a', now: () => T - 1, last: stored }).next() > stored).toBe(true);
});

test('what is written after reading another device counts as later', () => {
  const clock = createHlc({ deviceId: 'a', now: () => T });
  const remote = nextStamp(undefined, T + MAX_AHEAD_MS, 'zz');
  clock.observe(remote);
  expect(clock.last).toBe(remote);
  expect(clock.next() > remote).toBe(true);
  clock.observe(nextStamp(undefined, T - 5, 'zz'));
  expect(clock.next() > remote).toBe(true);
});

test('a clock that is hours behind still writes later than what it has read', () => {
  const clock = createHlc({ deviceId: 'a', now: () => T });
  const read = nextStamp(undefined, T + 7 * 3_600_000, 'zz');
  clock.observe(read);
  expect(clock.next() > read).toBe(true);
});

test('the stamp that counts is the lowered one, and a missing one is the lowest', () => {
  const low = nextStamp(undefined, T, 'a');
  const high = nextStamp(undefined, T + 1, 'a');
  expect(hlcOf(low)).toBe(low);
  expect(hlcOf({ hlc: low, of: high })).toBe(low);
  expect(compareStamps(hlcOf(undefined), low)).toBeLessThan(0);
  expect(compareStamps(low, low)).toBe(0);
  expect(fieldStampSchema.parse({ hlc: low, of: high })).toEqual({ hlc: low, of: high });
});

test.each(['', 'abc', '00000000A-0000-a', '000000000-0000-', '000000000-0000-a b', '00000000-0000-a'])(
  '%j is no stamp',
  (text) => {
    expect(stampSchema.safeParse(text).success).toBe(false);
    expect(fieldStampSchema.safeParse({ hlc: text, of: text }).success).toBe(false);
  },
);
