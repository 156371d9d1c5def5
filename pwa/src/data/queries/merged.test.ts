import { money } from '@revops/domain';
import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { buildActs } from '../save/build-acts.ts';
import { plainTotals, testPhone, totalsOf, visibleLedger, type TestPhone } from '../testing/phone.ts';
import { carFile } from './car-file.ts';
import { customerFile } from './customer-file.ts';
import { searchCustomers } from './customer-list.ts';
import { knownCar } from './known-car.ts';
import { owingCustomers } from './owing-customers.ts';

const idOf = (ids: readonly string[], type: string): string =>
  ids.find((id) => id.startsWith(`${type}:`)) ?? '';

/** A delivered job with ₹1,000 open, and the records that it made. */
async function visit(phone: TestPhone, plate: string, customerName: string, number?: string) {
  phone.clock += 60_000;
  const { ids } = await phone.save(
    buildActs.openJob({ plate, customerName, phone: number, estimatedAmount: money(100_000) }),
  );
  phone.clock += 60_000;
  const job = idOf(ids, 'job');
  await phone.save(buildActs.moveJob(job, 'delivered'));
  return { job, customer: idOf(ids, 'customer'), vehicle: idOf(ids, 'vehicle') };
}

const [old, own] = ['+919800000001', '+919812345678'];

/** One person under two names and numbers, with a plate once typed wrong. */
async function twice() {
  const phone = await testPhone({ role: 'owner' });
  const first = await visit(phone, 'MH12AB1243', 'R Kumar', old);
  const second = await visit(phone, 'MH12AB1234', 'Raj Kumar', own);
  return { phone, first, second };
}
const fileOf = (phone: TestPhone, id: string) => reading(phone.db, (tx) => customerFile(tx, id));

test('dues and history of a merged customer stand under the one that was kept, whoever is asked for', async () => {
  const { phone, first, second } = await twice();
  await phone.save(buildActs.mergeRecords(second.customer, first.customer));
  for (const id of [first.customer, second.customer]) {
    const file = await fileOf(phone, id);
    expect(file).toMatchObject({
      id: second.customer,
      name: 'Raj Kumar',
      phone: own,
      due: 200_000,
      dueJobs: 2,
    });
    expect(file?.past.map((job) => job.id)).toEqual([second.job, first.job]);
  }
  expect(await reading(phone.db, owingCustomers)).toMatchObject([{ id: second.customer, due: 200_000 }]);
  const found = await reading(phone.db, (tx) => searchCustomers(tx, '1243'));
  expect(found.items.map(({ id }) => id)).toEqual([second.customer]);
});

test('a car with a plate typed wrong is found by it as the car that was kept', async () => {
  const { phone, first, second } = await twice();
  await phone.save(buildActs.mergeRecords(second.vehicle, first.vehicle));
  const file = await reading(phone.db, (tx) => carFile(tx, 'MH12AB1243'));
  expect(file).toMatchObject({ plate: 'MH12AB1234', due: 200_000 });
  expect(file?.history.map(({ job }) => job?.id)).toEqual([second.job, first.job]);
  const known = await reading(phone.db, (tx) => knownCar(tx, 'MH12AB1243'));
  expect([known?.vehicle._id, known?.visits.length]).toEqual([second.vehicle, 2]);
});

test('whoever comes again under the old number or plate gets no third record', async () => {
  const { phone, first, second } = await twice();
  await phone.save(buildActs.mergeRecords(second.customer, first.customer));
  await phone.save(buildActs.mergeRecords(second.vehicle, first.vehicle));
  const { ids } = await phone.save(
    buildActs.openJob({ plate: 'MH12AB1243', customerName: 'R Kumar', phone: old }),
  );
  const job = (await reading(phone.db, (tx) => tx.objectStore('rows').get(idOf(ids, 'job'))))?.doc;
  expect([job?.['customerId'], job?.['vehicleId']]).toEqual([second.customer, second.vehicle]);
});

test('what is separated again is as it was, and money never moved', async () => {
  const { phone, first, second } = await twice();
  const before = plainTotals(await totalsOf(phone.db));
  await phone.save(buildActs.mergeRecords(second.customer, first.customer));
  expect(plainTotals(await totalsOf(phone.db))).toEqual(before);
  phone.clock += 60_000;
  await phone.save(buildActs.separateRecords(first.customer));
  expect(await fileOf(phone, first.customer)).toMatchObject({
    id: first.customer,
    name: 'R Kumar',
    due: 100_000,
  });
  expect(await fileOf(phone, second.customer)).toMatchObject({ id: second.customer, due: 100_000 });
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});

test('circles and chains of merges end in one record with everything', async () => {
  const { phone, first, second } = await twice();
  const third = await visit(phone, 'MH14GT0420', 'Raj', '+919800000003');
  await phone.save(buildActs.mergeRecords(second.customer, first.customer));
  await phone.save(buildActs.mergeRecords(third.customer, second.customer));
  const chain = await fileOf(phone, first.customer);
  expect([chain?.id, chain?.dueJobs]).toEqual([third.customer, 3]);
});
