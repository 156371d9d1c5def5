import { canonicalJson } from '@revops/domain';
import { durableSteps, type StepName } from '@revops/pwa/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killAt } from './kill-at.ts';
import { newPhone, until, type Phone } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from './restartable-server.ts';

let server: RestartableServer;
let owner: SignedIn;
beforeAll(async () => {
  server = await restartableServer();
  owner = await registerOwner(server);
});
afterAll(() => server.stop());

const plain = async (phone: Phone): Promise<Map<string, string>> =>
  new Map((await phone.rows()).map(({ id, doc }) => [id, canonicalJson(doc ?? null)]));

const sendSteps = durableSteps.filter((name) => /^(send|accept|fold):/.test(name));

const killPoints: StepName[] = [
  ...sendSteps,
  'replica:chosen',
  'replica:first-documents',
  'response:ids',
  'fill:listed',
  'fill:written',
  'fill:gone',
  'fill:complete',
  'replica:complete',
  'request:bulk_docs',
  'response:bulk_docs',
  'response:changes',
  'response:bulk_get',
];

test.each(killPoints)('killed at %s and started again, nothing is lost and nothing doubled', async (name) => {
  const manager = await joinAsManager(server, owner);
  let phone = await newPhone(server, manager);
  const desk = await newPhone(server, owner);
  const ids = [await phone.openJob(), await phone.openJob({ plate: 'MH12AB0002' })];
  // The other desk's customer book comes down while the own jobs go up.
  await desk.openJob({ plate: 'MH43ZZ0001', phone: '+919812345678' });
  await desk.engine.syncOnce();
  expect(await killAt(phone, name, 1)).toBe(true);
  phone = await phone.reopen();
  expect((await phone.rows()).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect(await phone.tray()).toEqual([]);
  expect(phone.errors).toEqual([]);
  await desk.engine.syncOnce();
  const [here, there] = [await plain(phone), await plain(desk)];
  for (const id of here.keys()) expect([id, here.get(id)]).toEqual([id, there.get(id)]);
  for (const id of ids) expect(there.has(id)).toBe(true);
});

test('an edit made while its document is on the way is sent afterwards', async () => {
  const manager = await joinAsManager(server, owner);
  const phone = await newPhone(server, manager);
  const first = await phone.openJob();
  phone.onStep = async (step) => {
    if (step !== 'response:bulk_docs') return;
    phone.onStep = () => undefined;
    await phone.openJob({ plate: 'MH12AB0003' });
  };
  await phone.engine.syncOnce();
  await until(async () => (await phone.waiting()) === 0, 'the second job went too');
  expect((await phone.rows()).find(({ id }) => id === first)?.mark).toBe('server');
});

test('a replica that was lost is filled again under the same rows', async () => {
  const manager = await joinAsManager(server, owner);
  const phone = await newPhone(server, manager);
  await phone.openJob();
  await phone.engine.syncOnce();
  const before = await plain(phone);
  const [replica] = phone.replicas();
  await replica?.destroy();
  const next = await phone.reopen();
  await next.engine.syncOnce();
  expect(await plain(next)).toEqual(before);
  expect(next.errors).toEqual([]);
});
