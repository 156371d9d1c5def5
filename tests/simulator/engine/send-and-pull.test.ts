import { money, takePayment, type Job } from '@revops/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, until } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
} from './restartable-server.ts';

let server: RestartableServer;
beforeAll(async () => {
  server = await restartableServer();
});
afterAll(() => server.stop());

test('what is saved on one phone is sent, and folded into the rows of another without asking', async () => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  const [desk, phone] = [await newPhone(server, owner), await newPhone(server, manager)];
  await Promise.all([desk.engine.start(), phone.engine.start()]);
  const jobId = await phone.openJob({ estimatedAmount: money(500_000) });
  await until(async () => (await phone.waiting()) === 0, 'the journal is empty');
  await until(async () => (await desk.document(jobId)) !== undefined, 'the owner sees the job');
  const [paymentId = ''] = await phone.save(async (context, documents) => {
    const job = await documents.get<Job>(jobId);
    if (job === undefined) throw new Error('no job');
    return takePayment(context, job, { amount: money(200_000), kind: 'partial', method: 'cash' });
  });
  await until(async () => (await desk.document(paymentId)) !== undefined, 'the owner sees the payment');
  const row = (await desk.rows()).find(({ id }) => id === jobId);
  expect(row).toMatchObject({ mark: 'server', folded: { received: { waiting: 200_000 } } });
  expect(await desk.document(jobId)).toEqual(await phone.document(jobId));
  expect([...desk.errors, ...phone.errors]).toEqual([]);
  await Promise.all([desk.engine.stop(), phone.engine.stop()]);
});
