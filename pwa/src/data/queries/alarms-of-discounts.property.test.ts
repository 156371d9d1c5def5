import {
  addDays,
  chargedOf,
  waiverState,
  workshopDay,
  type AnyDocument,
  type Job,
  type Waiver,
} from '@revops/domain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { allRows, serverDocument, testPhone, zone, type TestPhone } from '../testing/phone.ts';
import { alarms } from './alarms.ts';

const now = '2026-06-15T09:00:00.000Z';
const today = workshopDay(now, zone);
const own = { userId: 'olga', name: 'Olga', deviceId: 'd', deviceCode: 'A1', role: 'owner' } as const;
const desks = ['olga', 'meera', 'manoj'];

type Visit = typeof visit extends fc.Arbitrary<infer V> ? V : never;

/** Mostly of the last month, and one desk that lets off more, so that something is above normal. */
const visitTo = (desk: string, most: number) =>
  fc.record({
    desk: fc.constant(desk),
    bill: fc.integer({ min: 0, max: 5000 }),
    daysAgo: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 31 }) },
      fc.integer({ min: 25, max: 140 }),
    ),
    isDone: fc.boolean(),
    waived: fc.option(fc.integer({ min: 1, max: most }), { nil: undefined }),
    limit: fc.constantFrom(500, 500, 0),
    verdict: fc.constantFrom(undefined, 'confirmed', 'rejected', 'withdrawn'),
  });
const visit = fc.oneof(visitTo('olga', 50), visitTo('meera', 300), {
  weight: 3,
  arbitrary: visitTo('manoj', 900),
});

function documentsOf(visits: readonly Visit[]): AnyDocument[] {
  const members = desks.map((id, index) =>
    serverDocument({
      _id: `member:${id}`,
      type: 'member',
      name: id,
      role: index === 0 ? 'owner' : 'manager',
    }),
  );
  const others = visits.flatMap(({ desk, bill, daysAgo, isDone, waived, limit, verdict }, index) => {
    const at = `${addDays(today, -daysAgo)}T06:00:00.000Z`;
    const card = { desk, vehicleNumber: 'MH12AB1234', billedAmount: bill, assigned: [] };
    const done = isDone ? { value: 'delivered', completedAt: at } : { value: 'pending' };
    const status = { ...done, round: 0, hlc: `0-${index}` };
    const job = { _id: `job:${index}`, type: 'job', createdAt: at, stamps: {}, ...card, status };
    const given = {
      _id: `waiver:${index}:${desk}`,
      type: 'waiver',
      jobId: job._id,
      desk,
      createdBy: desk,
      createdAt: at,
      amount: waived,
      reason: 'Regular',
      byOwner: desk === 'olga',
      limit,
    };
    const said = {
      _id: `waiverDecision:${index}:${desk}:1`,
      type: 'waiverDecision',
      waiverId: given._id,
      desk,
      turn: 1,
      verdict,
      reason: 'Too much',
    };
    const follows = waived === undefined ? [] : verdict === undefined ? [given] : [given, said];
    return [job, ...follows].map(serverDocument);
  });
  return [...members, ...others];
}

/** Who is above normal, told in its own words from the documents. */
function plainly(documents: readonly AnyDocument[]): { person: string; amount: number }[] {
  const waivers = documents.filter(({ type }) => type === 'waiver') as unknown as Waiver[];
  const counting = waivers.filter(
    (waiver) =>
      waiverState(
        waiver,
        documents.filter((one) => one['waiverId'] === waiver._id),
      ).state === 'confirmed',
  );
  const jobs = documents.filter(({ type }) => type === 'job') as unknown as Job[];
  const sums = (isMeant: (person: string) => boolean, from: number, to: number) => {
    const isIn = (instant: string): boolean =>
      workshopDay(instant, zone) >= addDays(today, -from) &&
      workshopDay(instant, zone) <= addDays(today, -to);
    const given = counting.filter((one) => isMeant(one.createdBy) && isIn(one.createdAt));
    const waived = given.reduce((sum, { amount }) => sum + amount, 0);
    const charged = jobs
      .filter(
        ({ desk, status }) => isMeant(desk) && status.completedAt !== undefined && isIn(status.completedAt),
      )
      .map((job) => {
        const all = counting
          .filter(({ jobId }) => jobId === job._id)
          .reduce((sum, { amount }) => sum + amount, 0);
        return chargedOf(job, all);
      })
      .reduce((sum, amount) => sum + amount, 0);
    const share = charged + waived > 0 ? Math.round((1000 * waived) / (charged + waived)) : undefined;
    return { count: given.length, waived, charged, share };
  };
  return ['manoj', 'meera'].flatMap((person) => {
    const mine = sums((one) => one === person, 29, 0);
    const others = sums((one) => one !== person, 29, 0);
    const usual = others.charged > 0 ? others.share : sums((one) => one === person, 119, 30).share;
    if (usual === undefined || mine.share === undefined || mine.count < 3) return [];
    return mine.share >= 30 && mine.share >= 2 * usual ? [{ person, amount: mine.waived }] : [];
  });
}

async function expectSame(phone: TestPhone): Promise<number> {
  const documents = (await allRows(phone.db)).flatMap(({ doc }) => doc ?? []);
  const habits = { waiverLimit: 0 as never, timeZone: zone };
  const found = await reading(phone.db, (tx) =>
    alarms(tx, { seen: false, kind: 'discounts' }, own, now, habits),
  );
  const told = found.map(({ by = '', amount = 0 }) => ({ person: by, amount }));
  const expected = plainly(documents);
  expect(told.toSorted((a, b) => (a.person < b.person ? -1 : 1))).toEqual(expected);
  return expected.length;
}

test('whose discounts are above normal equals what the documents say, whatever the order in which they come', async () => {
  let raised = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 8, maxLength: 25 }), fc.nat(), async (visits, turn) => {
      const documents = documentsOf(visits);
      const order = documents.map((body, index) => [(index * 7919 + turn) % documents.length, body] as const);
      const mixed = order
        .toSorted(([a], [b]) => a - b)
        .map(([, body]) => ({ id: body._id, rev: '1-a', body }));
      const phone = await testPhone({ userId: 'olga', role: 'owner' });
      const half = Math.floor(mixed.length / 2);
      await applyPulled(phone.db, mixed.slice(0, half));
      raised += await expectSame(phone);
      await applyPulled(phone.db, mixed.slice(half));
      raised += await expectSame(phone);
      phone.db.close();
    }),
    { numRuns: 25 },
  );
  expect(raised).toBeGreaterThan(3);
}, 120_000);
