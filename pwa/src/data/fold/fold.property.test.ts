import {
  decideWaiver,
  ledgerOf,
  money,
  seededWorkshop,
  waive,
  type Act,
  type AnyDocument,
  type Job,
  type Waiver,
} from '@revops/domain';
import { acted, testContext, testPeople, type TestContext } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeMeta } from '../database/meta.ts';
import { acknowledge } from '../exchange/acknowledge.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { refuse } from '../exchange/refuse.ts';
import { journalBatch } from '../journal/journal.ts';
import {
  allRows,
  plainTotals,
  startMs,
  testPhone,
  totalsOf,
  visibleLedger,
  type TestPhone,
} from '../testing/phone.ts';
import { sentDocument } from './base-row.ts';

// Its days differ from UTC's during business hours, so a row folded with the wrong zone is seen.
const farZone = 'Pacific/Auckland';
const invented = seededWorkshop({
  seed: 11,
  jobs: 14,
  now: new Date(startMs).toISOString(),
  timeZone: farZone,
});

/** Discounts at each of the jobs: within the limit, waiting, and with an owner's words on them. */
function waiversAt(job: Job): AnyDocument[] {
  const [desk, boss] = [
    testContext({ actor: { userId: job.desk, role: 'manager', deviceIds: [`${job.desk}-phone`] } }),
    testContext({ actor: testPeople.owner }),
  ];
  const give = (context: TestContext, amount: number, given: readonly AnyDocument[] = []) =>
    acted(waive(context, job, { amount: money(amount), reason: 'Regular' }, given)).documents;
  const own = give(desk, 20_000);
  const waiting = give(desk, 30_000, own);
  const decided = (head: AnyDocument | undefined, verdict: 'confirmed' | 'rejected') =>
    acted(decideWaiver(boss, head as unknown as Waiver, [], { verdict, reason: 'x' })).documents;
  // Each job's phone counts anew here.
  const second = waiting.map((one) => ({ ...one, _id: `waiver:second-${job.number}` }));
  return [...own, ...second, ...decided(own[0], 'rejected'), ...decided(second[0], 'confirmed')];
}

const documents = [...invented.documents];
const jobs = documents.filter(({ type }) => type === 'job') as unknown as Job[];
const pool = [...documents, ...jobs.slice(0, 5).flatMap(waiversAt)];

/** How one document comes to this phone. */
const path = fc.constantFrom('pulled', 'saved', 'saved_and_sent', 'saved_and_refused', 'never', 'removed');
const histories = fc.record({
  order: fc.shuffledSubarray(
    pool.map((_, index) => index),
    { minLength: 1 },
  ),
  paths: fc.array(path, { minLength: pool.length, maxLength: pool.length }),
  batch: fc.integer({ min: 1, max: 9 }),
});

/** The zone is known from the start: a rebuild would repair what the fold got wrong. */
async function phoneOfTheZone(): Promise<TestPhone> {
  const phone = await testPhone();
  await writeMeta(phone.db, 'timeZone', farZone);
  return phone;
}

const saveAsIs = (phone: TestPhone, body: AnyDocument) =>
  phone.save(() => ({
    ok: true,
    value: { id: `act-${body._id}`, kind: 'add_note', documents: [body] } satisfies Act,
  }));

async function come(phone: TestPhone, body: AnyDocument, way: string): Promise<void> {
  if (way === 'never') return;
  if (way === 'pulled' || way === 'removed') {
    await applyPulled(phone.db, [{ id: body._id, rev: '1-a', body }]);
    if (way === 'removed') await applyPulled(phone.db, [{ id: body._id, rev: '2-b', body: undefined }]);
    return;
  }
  await saveAsIs(phone, body);
  const entry = (await journalBatch(phone.db)).find(({ id }) => id === body._id);
  if (entry === undefined) throw new Error('not in the journal');
  if (way === 'saved_and_sent') await acknowledge(phone.db, [entry]);
  if (way === 'saved_and_refused')
    await refuse(phone.db, [{ ...entry, code: 'not_permitted', reason: 'no' }]);
}

test('whatever the order of copies, saves, answers and followers, the totals are those of the visible documents', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ order, paths }) => {
      const phone = await phoneOfTheZone();
      for (const index of order) {
        const body = pool[index];
        if (body !== undefined) await come(phone, body, paths[index] ?? 'never');
      }
      const totals = await totalsOf(phone.db);
      expect(plainTotals(totals)).toEqual(await visibleLedger(phone.db, farZone));
      const sent = (await allRows(phone.db)).map(sentDocument).filter((one) => one !== undefined);
      const sentTotals = [...totals.values()]
        .filter(({ sentAmount, sentCount }) => sentAmount !== 0 || sentCount !== 0)
        .map(({ key, sentAmount, sentCount }) => [key, { amount: sentAmount, count: sentCount }] as const);
      expect(new Map(sentTotals)).toEqual(ledgerOf(sent, farZone));
      phone.db.close();
    }),
    { numRuns: 12 },
  );
});

test('the rows do not depend on the order or the size of the batches in which copies come', async () => {
  const pulled = pool.map((body) => ({ id: body._id, rev: '1-a', body }));
  const withoutBucket = async (phone: TestPhone) =>
    (await allRows(phone.db)).map(({ bucket: _bucket, ...row }) => row);
  const first = await phoneOfTheZone();
  await applyPulled(first.db, pulled);
  const expected = [await withoutBucket(first), await totalsOf(first.db)];
  await fc.assert(
    fc.asyncProperty(histories, async ({ order, batch }) => {
      const phone = await phoneOfTheZone();
      const rest = pulled.filter((_, index) => !order.includes(index));
      const shuffled = [...order.map((index) => pulled[index]), ...rest].filter((one) => one !== undefined);
      for (let start = 0; start < shuffled.length; start += batch)
        await applyPulled(phone.db, shuffled.slice(start, start + batch));
      expect([await withoutBucket(phone), await totalsOf(phone.db)]).toEqual(expected);
      phone.db.close();
    }),
    { numRuns: 6 },
  );
});
