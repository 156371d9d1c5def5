import { seededWorkshop, type Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { writeMeta } from '../database/meta.ts';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { forgetServerCopies } from '../exchange/rebuild.ts';
import { buildActs } from '../save/build-acts.ts';
import { allRows, opening, startMs, testPhone, zone, type TestPhone } from '../testing/phone.ts';
import { cachedBuckets } from './search-cache.ts';
import { searchJobs } from './search.ts';

const found = async (phone: TestPhone, query: string, limit = 20): Promise<string[]> =>
  (await reading(phone.db, (tx) => searchJobs(tx, query, limit, cachedBuckets(phone.db)))).items.map(
    (job) => job.number,
  );

async function workshopWithThreeJobs(): Promise<{ phone: TestPhone; ids: string[] }> {
  const phone = await testPhone();
  const cars = [
    { plate: 'MH12AB1234', customerName: 'Raj Kumar', phone: '+919876543210' },
    { plate: 'MH14XY1299', customerName: 'Asha Patil' },
    { plate: 'KA01MH0012', customerName: 'José Álvarez' },
  ];
  const ids: string[] = [];
  for (const car of cars) {
    phone.clock += 60_000;
    ids.push((await phone.save(opening(car))).ids[0] ?? '');
  }
  return { phone, ids };
}

test('finds by four digits, by letters and digits in any order, by name and by phone', async () => {
  const { phone } = await workshopWithThreeJobs();
  expect(await found(phone, '1234')).toEqual(['A1-0001']);
  expect(await found(phone, '99 mh')).toEqual(['A1-0002']);
  expect(await found(phone, 'ab12')).toEqual(['A1-0001']);
  expect(await found(phone, 'raj k')).toEqual(['A1-0001']);
  expect(await found(phone, '98765 43210')).toEqual(['A1-0001']);
  expect(await found(phone, 'josé')).toEqual(['A1-0003']);
  expect(await found(phone, 'mh')).toEqual(['A1-0003', 'A1-0002', 'A1-0001']);
  expect(await found(phone, 'zz')).toEqual([]);
  expect(await found(phone, ' - ')).toEqual([]);
});

test('a run never matches across two fields or inside an id', async () => {
  const { phone, ids } = await workshopWithThreeJobs();
  expect(await found(phone, '1234RAJ')).toEqual(['A1-0001']);
  expect(await found(phone, '1234919876')).toEqual([]);
  expect(await found(phone, (ids[0] ?? '').replaceAll(/\D/g, '').slice(0, 6))).toEqual([]);
});

test('open jobs come before delivered ones, and an edit is found at once', async () => {
  const { phone, ids } = await workshopWithThreeJobs();
  await phone.save(buildActs.moveJob(ids[2] ?? '', 'delivered'));
  expect(await found(phone, 'mh')).toEqual(['A1-0002', 'A1-0001', 'A1-0003']);
  await phone.save(buildActs.editJob(ids[0] ?? '', { customerName: 'Rajesh Verma' }));
  expect(await found(phone, 'verma')).toEqual(['A1-0001']);
  expect(await found(phone, 'kumar')).toEqual([]);
});

test('a job that left this phone is not found', async () => {
  const { phone, ids } = await workshopWithThreeJobs();
  const bodies = (await allRows(phone.db)).flatMap((row) => (row.doc === undefined ? [] : [row.doc]));
  const other = await testPhone();
  await applyPulled(
    other.db,
    bodies.map((body) => ({ id: body._id, rev: '1-a', body })),
  );
  expect(await found(other, '1234')).toHaveLength(1);
  await applyPulled(other.db, [{ id: ids[0] ?? '', rev: '2-b', body: undefined }]);
  expect(await found(other, '1234')).toEqual([]);
});

test('says whether older jobs are still being fetched', async () => {
  const phone = await testPhone();
  await writeMeta(phone.db, 'firstSync', { done: 10, total: 100, complete: false });
  expect((await reading(phone.db, (tx) => searchJobs(tx, '1', 5))).complete).toBe(false);
  await writeMeta(phone.db, 'firstSync', { done: 100, total: 100, complete: true });
  expect((await reading(phone.db, (tx) => searchJobs(tx, '1', 5))).complete).toBe(true);
});

test('over many buckets it finds exactly what a look at every job finds, the best first', async () => {
  const phone = await testPhone();
  const invented = seededWorkshop({
    seed: 3,
    jobs: 600,
    now: new Date(startMs).toISOString(),
    timeZone: zone,
  });
  const jobs = [...invented.documents].filter((one) => one.type === 'job');
  await applyPulled(
    phone.db,
    jobs.map((body) => ({ id: body._id, rev: '1-a', body })),
  );
  expect(await reading(phone.db, (tx) => tx.objectStore('search').count())).toBeGreaterThan(2);
  for (const digits of ['12', '7', '401']) {
    const expected = jobs
      .map((one) => one as unknown as Job)
      .filter((job) =>
        [
          job.vehicleNumber,
          job.phone,
          job.number.replace('-', ''),
          job.carModel?.replaceAll(/\W/g, ''),
          job.customerName,
        ].some((field) => field?.includes(digits)),
      )
      .toSorted((a, b) => {
        const rank = (job: Job): string =>
          `${['delivered', 'cancelled'].includes(job.status.value) ? 0 : 1}${job.createdAt}`;
        return rank(a) < rank(b) ? 1 : -1;
      })
      .map((job) => job.number);
    expect(await found(phone, digits, 1000)).toEqual(expected);
    expect(await found(phone, digits, 7)).toEqual(expected.slice(0, 7));
  }
});

test('lines in memory follow every change: some jobs, many jobs, a job that leaves, a phone that begins anew', async () => {
  const phone = await testPhone();
  const invented = seededWorkshop({ seed: 9, jobs: 300, now: new Date(startMs).toISOString() });
  const jobs = [...invented.documents].filter((one) => one.type === 'job');
  const pull = (from: number, to: number) =>
    applyPulled(
      phone.db,
      jobs.slice(from, to).map((body) => ({ id: body._id, rev: '1-a', body })),
    );
  const fromDisk = async (query: string) =>
    (await reading(phone.db, (tx) => searchJobs(tx, query, 500))).items.map(({ number }) => number);
  const asInMemory = async () => {
    for (const query of ['1', 'a', 'mh'])
      expect(await found(phone, query, 500)).toEqual(await fromDisk(query));
  };
  expect(await found(phone, '1', 500)).toEqual([]);
  await pull(0, 20);
  await asInMemory();
  await pull(20, 25);
  await Promise.all([found(phone, 'a'), pull(25, 30), found(phone, '1'), found(phone, '2')]);
  await asInMemory();
  await pull(30, 300);
  await asInMemory();
  await applyPulled(phone.db, [{ id: jobs[3]?._id ?? '', rev: '2-b', body: undefined }]);
  await asInMemory();
  phone.clock += 60_000;
  await phone.save(opening({ customerName: 'Zaphod' }));
  expect(await found(phone, 'zaphod')).toHaveLength(1);
  await forgetServerCopies(phone.db);
  await asInMemory();
});
