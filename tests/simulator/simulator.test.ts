import { afterAll, beforeAll, expect, test } from 'vitest';
import { Counts } from './counts.ts';
import { historyOf } from './history.ts';
import { regressions } from './regressions.ts';
import { simulate } from './simulate.ts';
import { createTemplate, type Template } from './world.ts';

let template: Template;
const counts = new Counts();

beforeAll(async () => {
  template = await createTemplate();
}, 60_000);
afterAll(() => template.disk.remove());

/** Seeds of known histories run whole: a part of one is another history. */
const seeds = [
  ...regressions.map((known) => ({ ...known, events: 40 })),
  ...Array.from({ length: 18 }, (_, at) => ({ seed: at + 1, why: 'a random history', events: 30 })),
];

test.each(seeds)(
  'seed $seed breaks no promise ($why)',
  async ({ seed, events }) => {
    const { broken, trace, saved, counts: counted } = await simulate(seed, template, events);
    counts.take(counted);
    expect([broken, broken === undefined ? [] : trace]).toEqual([undefined, []]);
    expect(saved).toBeGreaterThan(0);
  },
  60_000,
);

test('the seeds together met nearly every kind of fault', () => {
  expect(counts.rarerThan(1).length).toBeLessThanOrEqual(4);
});

test('a history is the same whenever it is told, and any part of it can be', () => {
  expect(historyOf(7, 40)).toEqual(historyOf(7, 40));
  expect(historyOf(7, 20)).toEqual(historyOf(7, 40).slice(0, 20));
});
