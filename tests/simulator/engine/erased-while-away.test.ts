import { editJob, reassignJob, type Job } from '@revops/domain';
import type { BuildAct } from '@revops/pwa/data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, type Phone } from './phone.ts';
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

const withJob =
  (id: string, build: (context: Parameters<BuildAct>[0], job: Job) => ReturnType<typeof editJob>): BuildAct =>
  async (context, documents) => {
    const job = await documents.get<Job>(id);
    if (job === undefined) throw new Error(`${id} is not on this phone`);
    return build(context, job);
  };

async function erase(desk: Phone, id: string): Promise<void> {
  const answer = await server.fetch('/api/erasures', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.token}` },
    body: JSON.stringify({ ids: [id] }),
  });
  expect(answer.status).toBe(200);
}

/** A manager whose change of a job was refused, because the job had gone to another desk. */
async function withRefusedChange(beforeWork: () => Promise<unknown> = () => Promise.resolve()) {
  const owner = await registerOwner(server);
  const [asha, ravi] = [await joinAsManager(server, owner), await joinAsManager(server, owner)];
  await beforeWork();
  const [desk, phone] = [await newPhone(server, owner), await newPhone(server, asha)];
  const jobId = await phone.openJob({ customerName: 'Secretname' });
  for (const one of [phone, desk]) await one.engine.syncOnce();
  const customer = String((await phone.document(jobId))?.['customerId']);
  await desk.save(withJob(jobId, (context, job) => reassignJob(context, job, ravi.user.id)));
  await desk.engine.syncOnce();
  await phone.save(withJob(jobId, (context, job) => editJob(context, job, { carModel: 'Alto' })));
  await phone.engine.syncOnce();
  await phone.engine.syncOnce();
  expect(JSON.stringify(await phone.tray())).toContain('Secretname');
  return { desk, phone, customer };
}

test('a phone that fills a new replica hears of what was erased meanwhile, which no list names', async () => {
  const { desk, phone, customer } = await withRefusedChange();
  await erase(desk, customer);
  // As when the browser has thrown away the one and not the other.
  for (const replica of phone.replicas()) await replica.destroy();
  const again = await phone.reopen();
  await again.engine.syncOnce();
  await again.engine.syncOnce();
  expect(await again.document(customer)).toBeUndefined();
  const tray = await again.tray();
  expect(tray.length).toBeGreaterThan(0);
  expect(JSON.stringify(tray)).not.toContain('Secretname');
});

test('so does one that compares itself with a server that was put back', async () => {
  const { desk, phone, customer } = await withRefusedChange();
  await server.backUp();
  await phone.openJob({ plate: 'MH12AB0002' });
  await phone.engine.syncOnce();
  await server.restore();
  await erase(desk, customer);
  await phone.engine.syncOnce();
  await phone.engine.syncOnce();
  expect(await phone.document(customer)).toBeUndefined();
  expect(JSON.stringify(await phone.tray())).not.toContain('Secretname');
});

test('and so does one whose server never knew the person since it was put back, and was told by an owner’s phone', async () => {
  const { desk, phone, customer } = await withRefusedChange(() => server.backUp());
  await erase(desk, customer);
  await desk.engine.syncOnce();
  await server.restore();
  await desk.engine.syncOnce();
  for (let round = 0; round < 3; round += 1) await phone.engine.syncOnce();
  expect(await phone.document(customer)).toBeUndefined();
  expect(JSON.stringify(await phone.tray())).not.toContain('Secretname');
});
