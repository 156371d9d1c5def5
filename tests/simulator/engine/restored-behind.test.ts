import { editJob, type Job } from '@revops/domain';
import type { StepName } from '@revops/pwa/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killAt } from './kill-at.ts';
import { newPhone, type Phone } from './phone.ts';
import { onServer, picture, takePhoto, waitingPhotos } from './photos.ts';
import {
  joinAgain,
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

interface Given {
  /** How the phone stands when the server is copied. */
  readonly before: StepName | undefined;
  /** Where it dies when it has sent what the server then loses. */
  readonly after: StepName;
}

test.each<Given>([
  { before: undefined, after: 'accept:journal-cleared' },
  { before: undefined, after: 'request:changes' },
  { before: undefined, after: 'response:changes' },
  { before: undefined, after: 'fold:page-read' },
  { before: 'fill:complete', after: 'request:changes' },
  { before: 'fill:complete', after: 'fold:page-read' },
  { before: 'fill:listed', after: 'fill:complete' },
  { before: 'fill:written', after: 'fill:gone' },
])('what a phone sent before it heard of it by the feed is not lost to a restore: %o', async (given) => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  const desk = await newPhone(server, owner);
  await desk.openJob();
  let phone = await newPhone(server, manager);
  const { before } = given;
  const isThere =
    before === undefined ? await phone.engine.syncOnce().then(() => true) : await killAt(phone, before);
  expect(isThere).toBe(true);
  phone = await phone.reopen();
  await server.backUp();
  const jobId = await phone.openJob();
  expect(await killAt(phone, given.after)).toBe(true);
  phone = await phone.reopen();
  expect(await phone.waiting()).toBe(0);
  await server.restore();
  await phone.engine.syncOnce();
  await phone.engine.syncOnce();
  await desk.engine.syncOnce();
  expect(await desk.document(jobId)).toBeDefined();
  expect(await phone.document(jobId)).toEqual(await desk.document(jobId));
  expect([await phone.waiting(), await phone.tray()]).toEqual([0, []]);
});

test('an edit that a restore took comes again though another branch, which the server has, wins over it here', async () => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  const desk = await newPhone(server, owner);
  let phone = await newPhone(server, manager);
  // Which of two branches wins is told by their hashes: among eight both kinds are.
  const jobs: string[] = [];
  for (let at = 0; at < 8; at += 1) jobs.push(await phone.openJob({ plate: `MH12AB000${at}` }));
  const edit = (on: Phone, id: string, changes: Parameters<typeof editJob>[2]) =>
    on.save(async (context, documents) => {
      const job = await documents.get<Job>(id);
      if (job === undefined) throw new Error(`${id} is not here`);
      return editJob(context, job, changes);
    });
  for (const one of [phone, desk]) await one.engine.syncOnce();
  for (const id of jobs) await edit(desk, id, { carModel: 'Of the desk' });
  await desk.engine.syncOnce();
  await server.backUp();
  for (const id of jobs) await edit(phone, id, { partsRequired: 'Of the phone' });
  expect(await killAt(phone, 'accept:journal-cleared')).toBe(true);
  await server.restore();
  phone = await phone.reopen();
  for (const one of [phone, phone, desk]) await one.engine.syncOnce();
  for (const id of jobs) {
    const both = { carModel: 'Of the desk', partsRequired: 'Of the phone' };
    expect(await desk.document(id)).toMatchObject(both);
    expect(await phone.document(id)).toMatchObject(both);
  }
  expect([await phone.waiting(), await phone.tray()]).toEqual([0, []]);
});

test('what only the rows still know comes again where the replica was lost and the server put back', async () => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  const desk = await newPhone(server, owner);
  let phone = await newPhone(server, manager);
  const first = await phone.openJob();
  await phone.engine.syncOnce();
  await server.backUp();
  const lost = await phone.openJob({ plate: 'MH12AB0002' });
  await phone.save(async (context, documents) => {
    const job = await documents.get<Job>(first);
    if (job === undefined) throw new Error('no job');
    return editJob(context, job, { carModel: 'After the copy' });
  });
  await phone.engine.syncOnce();
  await server.restore();
  for (const replica of phone.replicas()) await replica.destroy();
  phone = await phone.reopen();
  for (const one of [phone, phone, desk]) await one.engine.syncOnce();
  for (const one of [phone, desk]) {
    expect(await one.document(lost)).toBeDefined();
    expect(await one.document(first)).toMatchObject({ carModel: 'After the copy' });
  }
  expect([await phone.waiting(), await phone.tray()]).toEqual([0, []]);
});

test('what the gateway wrote goes back with a restore as well, also where nothing else was lost', async () => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  let phone = await newPhone(server, manager);
  await phone.engine.syncOnce();
  await server.backUp();
  const removing = { method: 'DELETE', headers: { authorization: `Bearer ${owner.accessToken}` } };
  expect((await server.fetch(`/api/managers/${manager.user.id}`, removing)).status).toBe(204);
  await joinAgain(server, owner, manager);
  await phone.engine.syncOnce();
  await server.restore();
  for (const replica of phone.replicas()) await replica.destroy();
  phone = await phone.reopen();
  for (const one of [phone, phone]) await one.engine.syncOnce();
  const fresh = await newPhone(server, owner);
  await fresh.engine.syncOnce();
  const member = `member:${manager.user.id}`;
  expect(await phone.document(member)).toEqual(await fresh.document(member));
});

test('bytes that came after the copy go again though their entry is in it', async () => {
  const owner = await registerOwner(server);
  let phone = await newPhone(server, await joinAsManager(server, owner));
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  const file = await picture(20_000);
  await takePhoto(phone, jobId, file);
  expect(await killAt(phone, 'upload:chosen')).toBe(true);
  await server.backUp();
  phone = await phone.reopen();
  await phone.engine.syncOnce();
  expect(await onServer(server, phone.token, file.sha256)).toBe(file.sha256);
  await phone.openJob();
  await phone.engine.syncOnce();
  await server.restore();
  await phone.engine.syncOnce();
  expect(await onServer(server, phone.token, file.sha256)).toBe(file.sha256);
  expect(await waitingPhotos(phone)).toBe(0);
});

test('bytes alone that came after a snapshot of the running server go again within a day', async () => {
  const owner = await registerOwner(server);
  let now = Date.now();
  let phone = await newPhone(server, await joinAsManager(server, owner), { now: () => now });
  const file = await picture(20_000);
  await takePhoto(phone, await phone.openJob(), file);
  expect(await killAt(phone, 'upload:chosen')).toBe(true);
  await server.snapshot();
  phone = await phone.reopen();
  await phone.engine.syncOnce();
  expect(await onServer(server, phone.token, file.sha256)).toBe(file.sha256);
  await server.restore();
  await phone.engine.syncOnce();
  expect(await onServer(server, phone.token, file.sha256)).toBe(undefined);
  now += 24 * 3_600_000;
  await phone.engine.syncOnce();
  expect(await onServer(server, phone.token, file.sha256)).toBe(file.sha256);
  expect(await waitingPhotos(phone)).toBe(0);
});

test('a restore that gives other rights as well takes nothing that the person wrote', async () => {
  const owner = await registerOwner(server);
  const manager = await joinAsManager(server, owner);
  const phone = await newPhone(server, manager);
  await phone.engine.syncOnce();
  await server.backUp();
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  await server.restore();
  phone.network = async (send, url, init) => {
    if (new URL(url, 'http://server').pathname !== '/sync/') return send(url, init);
    const words = { couchdb: 'Welcome', uuid: 'other', view: 'other' };
    return new Response(JSON.stringify(words), { headers: { 'content-type': 'application/json' } });
  };
  await phone.engine.syncOnce();
  await phone.engine.syncOnce();
  const desk = await newPhone(server, owner);
  await desk.engine.syncOnce();
  expect(await desk.document(jobId)).toBeDefined();
  expect(await phone.document(jobId)).toEqual(await desk.document(jobId));
  expect([await phone.waiting(), await phone.tray()]).toEqual([0, []]);
});

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
