import { editJob, money, reassignJob, takePayment, type ActResult, type Job } from '@revops/domain';
import { openDeviceDatabase, type BuildAct } from '@revops/pwa/data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDisk, newPhone, type Phone } from '../simulator/engine/phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from '../simulator/engine/restartable-server.ts';

let server: RestartableServer;
let owner: SignedIn;
beforeAll(async () => {
  server = await restartableServer();
  owner = await registerOwner(server);
});
afterAll(() => server.stop());

const onJob =
  (id: string, build: (context: Parameters<BuildAct>[0], job: Job) => ActResult): BuildAct =>
  async (context, documents) => {
    const job = await documents.get<Job>(id);
    if (job === undefined) throw new Error(`${id} is not on this phone`);
    return build(context, job);
  };

const pay = (jobId: string, amount: number): BuildAct =>
  onJob(jobId, (context, job) =>
    takePayment(context, job, { amount: money(amount), kind: 'partial', method: 'cash' }),
  );

const only = async (phone: Phone, id: string): Promise<number> =>
  (await phone.rows()).filter((row) => row.id === id).length;

test('saved means that another connection reads it from the disk', async () => {
  const signedIn = await joinAsManager(server, owner);
  const disk = newDisk();
  const phone = await newPhone(server, signedIn, { disk });
  const jobId = await phone.openJob();
  const name = `revops-${signedIn.workshop.id}-${signedIn.user.id}`;
  const other = await openDeviceDatabase(name, { indexedDB: disk.factory });
  expect((await other.connection().get('journal', jobId))?.body._id).toBe(jobId);
  expect((await other.connection().get('rows', jobId))?.doc?._id).toBe(jobId);
  other.close();
});

test('a batch that arrives three times is stored once', async () => {
  const phone = await newPhone(server, await joinAsManager(server, owner));
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  phone.network = async (send, url, init) => {
    if (url.endsWith('_bulk_docs')) {
      await send(url, init);
      await send(url, init);
    }
    return send(url, init);
  };
  const [paymentId = ''] = await phone.save(pay(jobId, 100_000));
  await phone.engine.syncOnce();
  const desk = await newPhone(server, owner);
  await desk.engine.syncOnce();
  expect(await only(desk, paymentId)).toBe(1);
  const row = (await desk.rows()).find(({ id }) => id === jobId);
  expect(row?.folded.received).toMatchObject({ waiting: 100_000, confirmed: 0 });
});

test('a payment taken offline survives a reload and what another phone wrote meanwhile', async () => {
  let phone = await newPhone(server, await joinAsManager(server, owner));
  const desk = await newPhone(server, owner);
  const jobId = await phone.openJob({ estimatedAmount: money(500_000) });
  await phone.engine.syncOnce();
  const [paymentId = ''] = await phone.save(pay(jobId, 200_000));
  phone = await phone.reopen();
  await desk.engine.syncOnce();
  await desk.save(onJob(jobId, (context, job) => editJob(context, job, { carModel: 'Honda City' })));
  await desk.engine.syncOnce();
  await phone.engine.syncOnce();
  expect(await phone.document(paymentId)).toMatchObject({ amount: 200_000 });
  expect(await phone.document(jobId)).toMatchObject({ carModel: 'Honda City' });
  await desk.engine.syncOnce();
  expect(await desk.document(paymentId)).toMatchObject({ amount: 200_000 });
});

test('a payment is a document of its own and arrives where the change of its job is refused', async () => {
  const manager = await joinAsManager(server, owner);
  const [phone, desk] = [await newPhone(server, manager), await newPhone(server, owner)];
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  await desk.engine.syncOnce();
  await desk.save(onJob(jobId, (context, job) => reassignJob(context, job, owner.user.id)));
  await desk.engine.syncOnce();
  const [paymentId = '', ...others] = await phone.save(pay(jobId, 50_000));
  expect([paymentId.split(':')[0], others]).toEqual(['payment', []]);
  await phone.save(onJob(jobId, (context, job) => editJob(context, job, { carModel: 'Too late' })));
  await phone.engine.syncOnce();
  expect((await phone.tray()).map(({ id }) => id)).toContain(jobId);
  await desk.engine.syncOnce();
  expect(await desk.document(paymentId)).toMatchObject({ amount: 50_000, jobId });
});

test('two phones without signal give no id and no number twice', async () => {
  const manager = await joinAsManager(server, owner);
  const phones = [await newPhone(server, owner), await newPhone(server, manager)];
  const jobs: Job[] = [];
  for (const phone of phones)
    for (let count = 0; count < 5; count += 1)
      jobs.push((await phone.document(await phone.openJob())) as unknown as Job);
  expect(new Set(jobs.map(({ _id }) => _id)).size).toBe(10);
  expect(new Set(jobs.map(({ number }) => number)).size).toBe(10);
  const codes = [owner.device.code, manager.device.code];
  expect(jobs.every(({ number }) => codes.some((code) => number.startsWith(`${code}-`)))).toBe(true);
});
