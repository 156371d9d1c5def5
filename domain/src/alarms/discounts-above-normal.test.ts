import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalKey } from '#src/ledger/contribution.ts';
import { ledgerOf, type Total } from '#src/ledger/ledger.ts';
import { randomHistory } from '#src/testing/random-history.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { discountsAboveNormal } from './discounts-above-normal.ts';

const today = '2026-06-15';
const owners = new Set(['olga']);

interface Given {
  readonly person: string;
  readonly waived: number;
  /** What the desk charged after it. */
  readonly charged: number;
  readonly count?: number;
  readonly day?: string;
  readonly state?: string;
}

const totalsOf = (rows: readonly Given[]): (readonly [string, Total])[] =>
  rows.flatMap(({ person, waived, charged, count = 3, day = today, state = 'confirmed' }) => [
    [totalKey.waived(day, state, person), { amount: waived, count }] as const,
    [totalKey.revenue(day, person), { amount: charged, count: 10 }] as const,
  ]);

const habits = (...rows: readonly Given[]) => discountsAboveNormal(totalsOf(rows), { today, owners });
const people = (...rows: readonly Given[]): string[] => habits(...rows).map(({ person }) => person);

const normal: Given = { person: 'manoj', waived: 20, charged: 980 };

describe('discounts above normal', () => {
  test('are at least three, at least 3 % of the bills before them, and at least twice what the others let off', () => {
    expect(habits({ person: 'meera', waived: 100, charged: 900 }, normal)).toEqual([
      { person: 'meera', amount: 100, count: 3, share: 100, usual: 20, usualIs: 'others' },
    ]);
    expect(people({ person: 'meera', waived: 100, charged: 900, count: 2 }, normal)).toEqual([]);
    expect(people({ person: 'meera', waived: 29, charged: 971 }, { ...normal, waived: 0 })).toEqual([]);
    expect(people({ person: 'meera', waived: 30, charged: 970 }, { ...normal, waived: 0 })).toEqual([
      'meera',
    ]);
    expect(people({ person: 'meera', waived: 39, charged: 961 }, normal)).toEqual([]);
    expect(people({ person: 'meera', waived: 40, charged: 960 }, normal)).toEqual(['meera']);
  });

  test('are those that count, of the last thirty days', () => {
    const high = { person: 'meera', waived: 100, charged: 900 };
    expect(people({ ...high, state: 'waiting' }, normal)).toEqual([]);
    expect(people({ ...high, state: 'rejected' }, normal)).toEqual([]);
    expect(people({ ...high, day: '2026-05-17' }, normal)).toEqual(['meera']);
    expect(people({ ...high, day: '2026-05-16' }, normal)).toEqual([]);
    expect(people({ ...high, day: '2026-06-16' }, normal)).toEqual([]);
  });

  test('are compared with the ninety days before where nobody else billed anything, or with nothing', () => {
    const high = { person: 'meera', waived: 100, charged: 900 };
    const before = { person: 'meera', waived: 20, charged: 980, day: '2026-04-01' };
    expect(habits(high, before)).toMatchObject([{ share: 100, usual: 20, usualIs: 'before' }]);
    expect(habits(high, { ...before, waived: 80 })).toEqual([]);
    expect(habits(high)).toEqual([]);
    // A quarter before the thirty days, no more.
    expect(people(high, { ...before, day: '2026-02-16' })).toEqual(['meera']);
    expect(people(high, { ...before, day: '2026-02-15' })).toEqual([]);
  });

  test("are never an owner's, but what owners let off counts among the others'", () => {
    const high = { person: 'olga', waived: 100, charged: 900 };
    expect(people(high, normal)).toEqual([]);
    expect(people(high, { person: 'manoj', waived: 150, charged: 850 })).toEqual([]);
    // An owner without a desk of the own lets off for others.
    expect(habits({ ...high, charged: 0 }, { person: 'manoj', waived: 150, charged: 850 }, normal)).toEqual(
      [],
    );
  });

  test('do not depend on the order of the totals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const totals = [...ledgerOf(randomHistory(seed, 200).stored.values(), 'Asia/Kolkata')];
        const options = { today: '2026-04-20', owners: new Set([testPeople.owner.userId]) };
        const found = discountsAboveNormal(totals, options);
        expect(discountsAboveNormal(totals.toReversed(), options)).toEqual(found);
        expect(found.map(({ person }) => person)).not.toContain(testPeople.owner.userId);
      }),
      { numRuns: 5 },
    );
  });
});
