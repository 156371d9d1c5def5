import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomHistory } from '#src/testing/random-history.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { totalKey } from './contribution.ts';
import { cashStatement } from './cash-statement.ts';
import { ledgerOf } from './ledger.ts';
import { statementDays } from './statement-days.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const zones = fc.constantFrom('Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia');
const people = fc.constantFrom(testPeople.owner, testPeople.manager, testPeople.otherManager);
const runs = { numRuns: 10 };

test('a statement begins with nothing, each day where the one before ended, and ends with the cash in the ledger', () => {
  fc.assert(
    fc.property(seeds, zones, people, (seed, zone, { userId }) => {
      const documents = [...randomHistory(seed, 150).stored.values()];
      const days = cashStatement(documents, userId, zone);
      const inHand = ledgerOf(documents, zone).get(totalKey.cash(userId))?.amount ?? 0;
      expect(days[0]?.closing ?? 0).toBe(inHand);
      expect(days.at(-1)?.opening ?? 0).toBe(0);
      for (const [index, { opening, closing, lines }] of days.entries()) {
        expect(opening).toBe(days[index + 1]?.closing ?? 0);
        expect(closing).toBe(lines.reduce((sum, { move }) => sum + move.effect, opening));
        expect(lines[0]?.balance).toBe(closing);
      }
    }),
    runs,
  );
});

test('a page of the newest lines says of them what the whole statement says', () => {
  fc.assert(
    fc.property(seeds, people, fc.nat({ max: 40 }), (seed, { userId }, length) => {
      const documents = [...randomHistory(seed, 150).stored.values()];
      const whole = cashStatement(documents, userId, 'Asia/Kolkata').flatMap(({ lines }) => lines);
      const page = whole.slice(0, length).map(({ move }) => move);
      const days = statementDays(page, whole[0]?.balance ?? 0, 'Asia/Kolkata');
      expect(days.flatMap(({ lines }) => lines)).toEqual(whole.slice(0, length));
    }),
    runs,
  );
});

test('every cash entry of a person stands in the statement once, whatever became of it', () => {
  fc.assert(
    fc.property(seeds, people, (seed, { userId }) => {
      const documents = [...randomHistory(seed, 150).stored.values()];
      const wanted = documents.filter(
        (one) =>
          (one.type === 'payment' && one['method'] === 'cash' && one['collectedBy'] === userId) ||
          (one.type === 'settlement' && [one['from'], one['to']].includes(userId)) ||
          (['deposit', 'dayClose'].includes(one.type) && one['person'] === userId),
      );
      const lines = cashStatement([...documents, ...documents], userId, 'Asia/Kolkata').flatMap(
        (day) => day.lines,
      );
      const ids = lines.map(({ move }) => move.document._id);
      expect(ids.toSorted()).toEqual(wanted.map(({ _id }) => _id).toSorted());
    }),
    runs,
  );
});
