import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerOf } from '#src/ledger/ledger.ts';
import { randomHistory } from '#src/testing/random-history.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { withClashes } from '#src/testing/with-clashes.ts';
import { figuresOfDesk } from './figures-of-desk.ts';
import { figuresOf } from './figures-of.ts';
import { figuresOfTotals } from './figures-of-totals.ts';
import { totalsOfDesk } from './totals-of-desk.ts';

const timeZone = 'Asia/Kolkata';
const today = '2026-04-02';
const desks = [testPeople.owner, testPeople.manager, testPeople.otherManager].map(({ userId }) => userId);

test('one desk out of the totals equals that desk recomputed, and all desks together are the workshop', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const documents = withClashes([...randomHistory(seed, 150).stored.values()]);
      const totals = ledgerOf(documents, timeZone);
      let [revenue, collected, due] = [0, 0, 0];
      for (const desk of desks)
        for (const period of [undefined, { from: today }]) {
          const figures = figuresOfTotals(totalsOfDesk(totals, desk), { today, period });
          expect(figures).toEqual(figuresOfDesk(documents, desk, { timeZone, today, period }));
          if (period !== undefined) continue;
          revenue += figures.totalRevenue;
          collected += figures.totalCollected;
          due += figures.outstandingCredits;
        }
      const all = figuresOf(documents, { timeZone, today });
      expect([revenue, collected, due]).toEqual([
        all.totalRevenue,
        all.totalCollected,
        all.outstandingCredits,
      ]);
    }),
    { numRuns: 6 },
  );
});
