import { money, seededWorkshop, type AnyDocument, type Job } from '@revops/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { buildActs } from '../save/build-acts.ts';
import { serverDocument, startMs, testPhone, totalsOf, zone, type TestPhone } from '../testing/phone.ts';
import { carFile } from './car-file.ts';
import { customerFile } from './customer-file.ts';
import { lastCustomers, searchCustomers } from './customer-list.ts';
import { owingCustomers } from './owing-customers.ts';

const idOf = (ids: readonly string[], type: string): string =>
  ids.find((id) => id.startsWith(`${type}:`)) ?? '';
const fileOf = (phone: TestPhone, id: string) => reading(phone.db, (tx) => customerFile(tx, id));
const carOf = (phone: TestPhone, plate: string) => reading(phone.db, (tx) => carFile(tx, plate));

const raj = { customerName: 'Raj Kumar', phone: '+919812345678' };

async function open(
  phone: TestPhone,
  input: Parameters<typeof buildActs.openJob>[0],
): Promise<readonly string[]> {
  phone.clock += 60_000;
  return (await phone.save(buildActs.openJob(input))).ids;
}

/** Two cars of one person: the first delivered with ₹2,000 open, the second in the workshop. */
async function rajsPhone() {
  const phone = await testPhone();
  const first = await open(phone, {
    ...raj,
    plate: 'MH12AB1234',
    estimatedAmount: money(300_000),
    odometer: 41_000,
    workDescription: 'Clutch',
  });
  const jobId = idOf(first, 'job');
  await phone.save(buildActs.takePayment(jobId, { amount: money(100_000), method: 'cash', kind: 'partial' }));
  phone.clock += 60_000;
  await phone.save(buildActs.moveJob(jobId, 'delivered'));
  const second = await open(phone, {
    ...raj,
    plate: 'MH14GT0420',
    carModel: 'Swift',
    estimatedAmount: money(50_000),
  });
  return { phone, customerId: idOf(first, 'customer'), jobId, secondJob: idOf(second, 'job') };
}

describe('a customer’s page', () => {
  test('has the cars, what is in the workshop, what was done and what finished work still brings in', async () => {
    const { phone, customerId, jobId, secondJob } = await rajsPhone();
    const file = await fileOf(phone, customerId);
    expect(file).toMatchObject({
      name: 'Raj Kumar',
      phone: '+919812345678',
      due: 200_000,
      dueJobs: 1,
      giveBack: 0,
    });
    expect(file?.cars.map(({ plate }) => plate).toSorted()).toEqual(['MH12AB1234', 'MH14GT0420']);
    expect([file?.open.map(({ id }) => id), file?.past.map(({ id }) => id)]).toEqual([[secondJob], [jobId]]);
  });

  test('is one for two cards with the same phone, written on two phones without signal', async () => {
    const { phone, customerId } = await rajsPhone();
    const other = await testPhone({ userId: 'imran', code: 'B1' });
    await open(other, { ...raj, customerName: 'R. Kumar', plate: 'MH01ZZ0009' });
    const rows = await reading(other.db, (tx) => tx.objectStore('rows').getAll());
    const bodies = rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc]));
    await applyPulled(
      phone.db,
      bodies.map((body) => ({ id: body._id, rev: '1-a', body })),
    );
    const second = bodies.find(({ type }) => type === 'customer')?._id ?? '';
    const [one, two] = [await fileOf(phone, customerId), await fileOf(phone, second)];
    expect(one?.cars).toHaveLength(3);
    expect([two?.cars.length, two?.due, two?.open.length]).toEqual([3, one?.due, 2]);
    const found = await reading(phone.db, (tx) => searchCustomers(tx, 'kumar'));
    expect(found.items).toHaveLength(1);
  });

  test('of a merged card is that of the one it was merged into; a circle of merges ends', async () => {
    const phone = await testPhone();
    const card = (id: string, mergedInto: string | undefined): AnyDocument =>
      serverDocument({
        _id: `customer:${id}`,
        type: 'customer',
        name: id,
        shared: true,
        desks: [],
        stamps: {},
        ...(mergedInto && { mergedInto }),
      });
    const cards = [
      card('a', 'customer:b'),
      card('b', undefined),
      card('c', 'customer:d'),
      card('d', 'customer:c'),
    ];
    await applyPulled(
      phone.db,
      cards.map((body) => ({ id: body._id, rev: '1-a', body })),
    );
    expect(await fileOf(phone, 'customer:a')).toMatchObject({ id: 'customer:b', name: 'b' });
    expect(['c', 'd']).toContain((await fileOf(phone, 'customer:c'))?.name);
    expect(await fileOf(phone, 'customer:none')).toBeUndefined();
  });
});

describe('a car’s page', () => {
  test('has whoever brought it, every visit and the last odometer', async () => {
    const { phone, customerId, jobId } = await rajsPhone();
    expect(await carOf(phone, 'MH12AB1234')).toMatchObject({
      plate: 'MH12AB1234',
      odometer: 41_000,
      customers: [{ id: customerId, name: 'Raj Kumar' }],
      open: [],
      history: [{ odometer: 41_000, job: { id: jobId, balance: 200_000 } }],
      due: 200_000,
    });
    expect(await carOf(phone, 'MH99XX0000')).toBeUndefined();
  });

  test('knows of another desk’s work what its visit tells', async () => {
    const { phone } = await rajsPhone();
    const vehicle = (await reading(phone.db, (tx) => tx.objectStore('rows').getAll())).find(
      ({ type, doc }) => type === 'vehicle' && doc?.['plate'] === 'MH12AB1234',
    );
    const visit = serverDocument({
      _id: 'visit:x',
      type: 'visit',
      jobId: 'job:elsewhere',
      desk: 'imran',
      assigned: [],
      vehicleId: vehicle?.id,
      round: 0,
      day: '2025-01-09',
      odometer: 30_500,
      work: 'Timing belt',
      shared: true,
    });
    await applyPulled(phone.db, [{ id: visit._id, rev: '1-a', body: visit }]);
    expect((await carOf(phone, 'MH12AB1234'))?.history.at(-1)).toEqual({
      key: 'visit:x',
      day: '2025-01-09',
      odometer: 30_500,
      work: 'Timing belt',
    });
  });
});

describe('in a workshop of some months', () => {
  let phone: TestPhone;
  let jobs: Job[];
  beforeAll(async () => {
    phone = await testPhone({ userId: 'owner', role: 'owner' });
    const invented = seededWorkshop({
      seed: 5,
      jobs: 150,
      now: new Date(startMs).toISOString(),
      timeZone: zone,
    });
    const needed = ['customer', 'vehicle', 'job', 'payment', 'paymentDecision'];
    const documents = [...invented.documents].filter(({ type }) => needed.includes(type));
    await applyPulled(
      phone.db,
      documents.map((body) => ({ id: body._id, rev: '1-a', body })),
    );
    jobs = documents.filter(({ type }) => type === 'job') as unknown as Job[];
  });

  test('all who owe owe together what the ledger says, each of them what their page says', async () => {
    const owing = await reading(phone.db, owingCustomers);
    const ledger = [...(await totalsOf(phone.db))].filter(([key]) => key.startsWith('due|'));
    expect(owing.length).toBeGreaterThan(5);
    expect(owing.reduce((sum, { due }) => sum + due, 0)).toBe(
      ledger.reduce((sum, [, { amount }]) => sum + amount, 0),
    );
    for (const { id, due, jobs: count } of owing.slice(0, 40))
      expect(await fileOf(phone, id)).toMatchObject({ due, dueJobs: count });
  });

  test('a person is found by four digits of the car, by name and by phone, at most twenty of them', async () => {
    const job = jobs.find((one) => one.phone !== undefined && one.customerName !== undefined);
    const names = async (query: string) =>
      (await reading(phone.db, (tx) => searchCustomers(tx, query))).items.map((one) => one.phone);
    for (const query of [job?.vehicleNumber.slice(-4), job?.customerName, job?.phone?.slice(-6)])
      expect(await names(query ?? '')).toContain(job?.phone);
    expect((await reading(phone.db, (tx) => searchCustomers(tx, 'mh'))).items).toHaveLength(20);
    expect((await reading(phone.db, lastCustomers)).items).toHaveLength(20);
    expect((await reading(phone.db, (tx) => searchCustomers(tx, 'zzzz'))).items).toEqual([]);
  });
});
