import { editJob, reassignJob } from '@revops/domain';
import { expect, test } from 'vitest';
import { killAt } from './kill-at.ts';
import { newPhone } from './phone.ts';
import { acceptAll, crew, kept, onJob, pay, settle } from './reconcile-crew.ts';

test('an edit that a restore took reaches the owner though the job went to another desk meanwhile', async () => {
  const { server, ravi, desk, phone } = await crew();
  const job = await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  await phone.save(onJob(job, (context, found) => editJob(context, found, { carModel: 'Before' })));
  await settle(phone);
  await server.restore();
  await desk.save(onJob(job, (context, found) => reassignJob(context, found, ravi.user.id)));
  await settle(desk, phone);
  expect(await phone.document(job)).toBeUndefined();
  await acceptAll(server, desk);
  await settle(desk, phone);
  expect(await desk.document(job)).toMatchObject({ carModel: 'Before', desk: ravi.user.id });
  expect([await phone.waiting(), (await phone.tray()).length]).toEqual([0, 0]);
  await server.stop();
}, 90_000);

test('a second restore in the middle of the first comparison takes nothing either', async () => {
  const { server, desk, asha, ravi } = await crew();
  let phone = await newPhone(server, asha);
  const job = await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  await phone.openJob({ plate: 'MH12AB0002' });
  await settle(phone);
  await server.restore();
  const [paid = ''] = await pay(phone, job);
  expect(await killAt(phone, 'accept:journal-cleared')).toBe(true);
  // The payment stays this person's, in a revision of the gateway that this phone has not.
  await settle(desk);
  await desk.save(onJob(job, (context, found) => reassignJob(context, found, ravi.user.id)));
  await settle(desk);
  phone = await phone.reopen();
  expect(await killAt(phone, 'reconcile:done')).toBe(true);
  desk.kill();
  await server.restore();
  phone = await phone.reopen();
  await settle(phone, phone);
  const fresh = await newPhone(server, asha);
  await settle(fresh);
  for (const one of [phone, fresh]) expect(await one.document(paid)).toBeDefined();
  expect([await phone.waiting(), (await phone.tray()).length]).toEqual([0, 0]);
  await server.stop();
}, 90_000);

test('edits on both sides of the restore are both kept', async () => {
  const { server, desk, phone } = await crew();
  const job = await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  await phone.save(onJob(job, (context, found) => editJob(context, found, { carModel: 'Before' })));
  await settle(phone);
  await server.restore();
  // Somebody edits the older state before the phone that had a newer one is heard.
  await desk.save(onJob(job, (context, found) => editJob(context, found, { customerName: 'After' })));
  await settle(desk, phone, desk);
  expect(await desk.document(job)).toMatchObject({ carModel: 'Before', customerName: 'After' });
  expect(await desk.document(job)).toEqual(await phone.document(job));
  expect([await phone.waiting(), (await phone.tray()).length, (await kept(phone)).length]).toEqual([0, 0, 0]);
  await server.stop();
}, 90_000);
