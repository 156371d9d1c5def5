import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { ledgerOf } from '#src/ledger/ledger.ts';
import { randomHistory } from '#src/testing/random-history.ts';
import { withClashes } from '#src/testing/with-clashes.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { figuresOf } from './figures-of.ts';
import { figuresOfTotals } from './figures-of-totals.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const zones = fc.constantFrom('Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia');
const runs = { numRuns: 8 };

/** A history with clashes in it, some of whose payments are here before their jobs. */
const documentsOf = (seed: number): readonly AnyDocument[] =>
  withClashes([...randomHistory(seed, 160).stored.values()]).filter(
    (one, index) => one.type !== 'job' || index % 5 !== 0,
  );

const daysOf = (documents: readonly AnyDocument[], timeZone: string): readonly string[] =>
  [...new Set(documents.map((one) => workshopDay(one.at ?? one.createdAt, timeZone)))].toSorted();

test('figures out of totals equal those recomputed from the documents, of all time and of any days', () => {
  fc.assert(
    fc.property(seeds, zones, (seed, timeZone) => {
      const documents = documentsOf(seed);
      const totals = ledgerOf(documents, timeZone);
      const days = daysOf(documents, timeZone);
      const today = days.at(-1) ?? '2026-04-01';
      const periods = [undefined, { from: today }, { to: days[0] }, { from: days[0], to: today }];
      for (const period of periods)
        expect(figuresOfTotals(totals, { today, period })).toEqual(
          figuresOf(documents, { timeZone, today, period }),
        );
    }),
    runs,
  );
});

test('what each person did adds up to the totals', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = documentsOf(seed);
      const figures = figuresOf(documents, { timeZone: 'Asia/Kolkata', today: '2026-04-02' });
      const sumOf = (name: 'jobs' | 'revenue' | 'received'): number =>
        [...figures.people.values()].reduce((sum, person) => sum + person[name], 0);
      expect([sumOf('jobs'), sumOf('revenue'), sumOf('received')]).toEqual([
        figures.totalJobs,
        figures.totalRevenue,
        figures.totalCollected,
      ]);
    }),
    runs,
  );
});

test('figures do not depend on the order of the documents, nor on how often each comes', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = documentsOf(seed);
      const options = { timeZone: 'Asia/Kolkata', today: '2026-04-02' };
      expect(figuresOf([...documents.toReversed(), ...documents], options)).toEqual(
        figuresOf(documents, options),
      );
    }),
    runs,
  );
});
