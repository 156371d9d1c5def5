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

async function killAt(phone: Phone, name: string): Promise<boolean> {
  const killed = new Promise<boolean>((resolve) => {
    phone.onStep = (step) => {
      if (step !== name) return;
      phone.kill();
      resolve(true);
    };
  });
  return Promise.race([killed, phone.engine.syncOnce().then(() => false)]);
}

test('a server put back while a phone fills for the first time gets back what that phone had sent', async () => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  await server.backUp();
  let phone = await newPhone(server, manager);
  const jobId = await phone.openJob();
  expect(await killAt(phone, 'fill:listed')).toBe(true);
  expect(await phone.waiting()).toBe(0);
  await server.restore();
  phone = await phone.reopen();
  await phone.engine.syncOnce();
  await phone.engine.syncOnce();
  const desk = await newPhone(server, owner);
  await desk.engine.syncOnce();
  expect(await desk.document(jobId)).toBeDefined();
  expect(await phone.document(jobId)).toEqual(await desk.document(jobId));
  expect([await phone.waiting(), await phone.tray()]).toEqual([0, []]);
});
