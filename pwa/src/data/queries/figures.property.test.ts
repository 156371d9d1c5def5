import {
  duesByAge,
  figuresOf,
  figuresOfDesk,
  seededRandom,
  workshopDay,
  type AnyDocument,
  type Figures,
  type Job,
} from '@revops/domain';
import { randomHistory, testPeople, withClashes } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { allRows, testPhone, zone, type TestPhone } from '../testing/phone.ts';
import { agedDues } from './dues.ts';
import { figures } from './figures.ts';

const today = '2026-04-02';
const own = { userId: 'olga', name: 'Olga', deviceId: 'd', deviceCode: 'A1', role: 'owner' } as const;
const desks = ['all', testPeople.owner.userId, testPeople.manager.userId, testPeople.otherManager.userId];
const periods = [{}, { from: today, to: today }, { to: '2026-04-01' }, { from: '2026-04-01' }] as const;

const shown = async ({ db }: TestPhone): Promise<AnyDocument[]> =>
  (await allRows(db)).map(({ doc }) => doc).filter((doc) => doc !== undefined);

const plainly = (
  documents: readonly AnyDocument[],
  desk: string,
  period: { readonly from?: string; readonly to?: string },
): Figures => {
  const options = { timeZone: zone, today, period };
  return desk === 'all' ? figuresOf(documents, options) : figuresOfDesk(documents, desk, options);
};

/** What each job owes is what the workshop would owe without the others. */
function duesPlainly(documents: readonly AnyDocument[], desk: string) {
  const jobs = documents.filter((one) => one.type === 'job' && (desk === 'all' || one['desk'] === desk));
  const others = documents.filter(({ type }) => type !== 'job');
  const dues = jobs.flatMap((job) => {
    const { completedAt } = (job as unknown as Job).status;
    const amount = figuresOf([...others, job], { timeZone: zone, today }).outstandingCredits;
    return completedAt === undefined || amount === 0 ? [] : [{ day: workshopDay(completedAt, zone), amount }];
  });
  return duesByAge(dues, today);
}

async function expectEqual(phone: TestPhone): Promise<void> {
  const documents = await shown(phone);
  for (const desk of desks) {
    for (const period of periods) {
      const found = await reading(phone.db, (tx) => figures(tx, { ...period, desk, today }, own));
      const { unsent: _unsent, names: _names, ...rest } = found;
      expect(rest).toEqual(plainly(documents, desk, period));
    }
    const aged = await reading(phone.db, (tx) => agedDues(tx, desk, today, zone));
    expect(aged).toEqual(duesPlainly(documents, desk));
  }
}

test('the figures on a phone equal those recomputed from its documents, whatever comes late, is taken back or moves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
      const history = withClashes([...randomHistory(seed, 140).stored.values()]);
      const random = seededRandom(seed + 1);
      const shuffled = history
        .map((one) => [random.next(), one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, body]) => ({ id: body._id, rev: '1-a', body }));
      const phone = await testPhone({ userId: 'olga', role: 'owner' });
      const half = Math.floor(shuffled.length / 2);
      await applyPulled(phone.db, shuffled.slice(0, half));
      await expectEqual(phone);
      for (let start = half; start < shuffled.length; start += 7)
        await applyPulled(phone.db, shuffled.slice(start, start + 7));
      await expectEqual(phone);
      phone.db.close();
    }),
    { numRuns: 4 },
  );
}, 120_000);
