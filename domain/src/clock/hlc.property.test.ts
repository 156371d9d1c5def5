import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareStamps, createHlc, nextStamp, stampSchema, stampTimeMs } from './hlc.ts';

const T = Date.UTC(2026, 3, 1);
const clocks = fc.array(fc.integer({ min: T - 1e9, max: T + 1e9 }), { minLength: 1, maxLength: 50 });
const stamps = fc
  .tuple(fc.integer({ min: T - 1000, max: T + 1000 }), fc.nat({ max: 3 }), fc.constantFrom('a', 'b', 'c'))
  .map(([ms, extra, device]) => {
    let stamp = nextStamp(undefined, ms, device);
    for (let i = 0; i < extra; i += 1) stamp = nextStamp(stamp, ms, device);
    return stamp;
  });

test('stamps rise strictly whatever the wall clock does', () => {
  fc.assert(
    fc.property(clocks, (readings) => {
      let last: string | undefined;
      for (const reading of readings) {
        const next = nextStamp(last, reading, 'phone');
        expect(stampSchema.safeParse(next).success).toBe(true);
        expect(last === undefined || compareStamps(next, last) > 0).toBe(true);
        expect(stampTimeMs(next)).toBeGreaterThanOrEqual(reading);
        last = next;
      }
    }),
  );
});

test('a clock never leads the highest reading it has had or heard of', () => {
  fc.assert(
    fc.property(clocks, (readings) => {
      const [first = T] = readings;
      let now = first;
      const clock = createHlc({ deviceId: 'phone', now: () => now });
      for (now of readings) clock.next();
      expect(stampTimeMs(clock.last ?? '')).toBe(Math.max(...readings));
    }),
  );
});

test('a stamp made after observing is above everything that was observed', () => {
  fc.assert(
    fc.property(fc.array(stamps), (observed) => {
      const clock = createHlc({ deviceId: 'phone', now: () => T });
      for (const stamp of observed) clock.observe(stamp);
      const next = clock.next();
      expect(observed.every((stamp) => compareStamps(next, stamp) > 0)).toBe(true);
    }),
  );
});

test('comparing stamps is a total order that agrees with their times', () => {
  fc.assert(
    fc.property(stamps, stamps, stamps, (a, b, c) => {
      expect(Math.sign(compareStamps(a, b))).toBe(0 - Math.sign(compareStamps(b, a)) + 0);
      expect(compareStamps(a, b) === 0).toBe(a === b);
      const chained = compareStamps(a, b) <= 0 && compareStamps(b, c) <= 0;
      expect(!chained || compareStamps(a, c) <= 0).toBe(true);
      expect(stampTimeMs(a) >= stampTimeMs(b) || compareStamps(a, b) < 0).toBe(true);
    }),
  );
});
