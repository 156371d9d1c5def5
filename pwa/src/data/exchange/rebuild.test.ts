import { seededWorkshop } from '@revops/domain';
import { expect, test } from 'vitest';
import { writeMeta } from '../database/meta.ts';
import { reading, writing } from '../database/open.ts';
import { jobs } from '../queries/jobs.ts';
import { searchJobs } from '../queries/search.ts';
import {
  allRows,
  plainTotals,
  startMs,
  testPhone,
  totalsOf,
  visibleLedger,
  workshopDocument,
  zone,
  type TestPhone,
} from '../testing/phone.ts';
import { applyPulled } from './apply-pulled.ts';
import { rebuildIfNeeded } from './rebuild.ts';

const invented = seededWorkshop({ seed: 5, jobs: 30, now: new Date(startMs).toISOString(), timeZone: zone });
const pulled = [...invented.documents].map((body) => ({ id: body._id, rev: '1-a', body }));

async function fullPhone(): Promise<TestPhone> {
  const phone = await testPhone();
  await writeMeta(phone.db, 'timeZone', zone);
  await applyPulled(phone.db, pulled);
  return phone;
}

const everyRow = (phone: TestPhone) => allRows(phone.db);
const listedJobs = (phone: TestPhone) =>
  reading(phone.db, (tx) => jobs(tx, { status: 'all', desk: 'all', limit: 100 }));

test('what an older version derived is derived anew: lists, states, shares and search lines', async () => {
  const phone = await fullPhone();
  const expected = [await everyRow(phone), await totalsOf(phone.db), await listedJobs(phone)];
  await writing(phone.db, 'relaxed', async (tx) => {
    const rows = tx.objectStore('rows');
    for (const row of await rows.getAll())
      await rows.put({ ...row, lists: row.lists.map((key) => `old|${key}`), folded: {} });
    const search = tx.objectStore('search');
    for (const bucket of await search.getAll())
      await search.put({ ...bucket, lines: bucket.lines.replaceAll(/^[^\t]*/gm, 'old') });
  });
  expect((await listedJobs(phone)).items).toEqual([]);
  await writeMeta(phone.db, 'projection', -1);
  await rebuildIfNeeded(phone.db);
  expect([await everyRow(phone), await totalsOf(phone.db), await listedJobs(phone)]).toEqual(expected);
  const job = expected[2] as Awaited<ReturnType<typeof listedJobs>>;
  const { items } = await reading(phone.db, (tx) => searchJobs(tx, job.items[0]?.plate ?? '', 50));
  expect(items.map(({ id }) => id)).toContain(job.items[0]?.id);
  expect((await reading(phone.db, (tx) => searchJobs(tx, 'old', 50))).items).toEqual([]);
});

test('a rebuild after another zone gives what a phone of that zone would have', async () => {
  const phone = await fullPhone();
  const away = 'Pacific/Auckland';
  await applyPulled(phone.db, [{ id: 'workshop:self', rev: '2-b', body: workshopDocument(away) }]);
  await rebuildIfNeeded(phone.db);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db, away));
});

test('pulling what is already here and rebuilding what is right tell nobody of a change', async () => {
  const phone = await fullPhone();
  const told: string[] = [];
  phone.db.topics.listen((topics) => told.push(...topics));
  await applyPulled(phone.db, pulled);
  await writeMeta(phone.db, 'projection', -1);
  await rebuildIfNeeded(phone.db);
  expect(told).toEqual(['meta:projection']);
});
