import { canonicalJson, editJob, reassignJob } from '@revops/domain';
import { expect, test } from 'vitest';
import { openBrowserReplica, rawBytes } from './browser-replica.ts';
import { newDisk, newPhone, until } from './phone.ts';
import { acceptAll, api, crew, kept, onJob, pay, plain, settle } from './reconcile-crew.ts';

test('the work of a phone that is gone comes back from the owner’s phone, once the owner accepts it', async () => {
  const { server, owner, desk, phone } = await crew();
  const first = await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  const lost = await phone.openJob({ plate: 'MH12AB0002' });
  const [paid = ''] = await pay(phone, lost);
  await phone.save(onJob(first, (context, job) => editJob(context, job, { carModel: 'After the backup' })));
  await settle(phone, desk);
  const before = await plain(desk);
  phone.kill();
  await server.restore();
  await settle(desk);
  // The screen says what the server has; what it lacks is kept apart.
  expect(await desk.document(lost)).toBeUndefined();
  expect((await desk.document(first))?.['carModel']).toBeUndefined();
  expect((await kept(desk)).map(({ id }) => id)).toEqual(expect.arrayContaining([lost, paid, first]));
  const [offer, ...more] = await acceptAll(server, desk);
  expect(more).toEqual([]);
  expect(offer).toMatchObject({ who: { id: owner.user.id }, refused: [] });
  await settle(desk);
  expect(await plain(desk)).toEqual(before);
  expect(await kept(desk)).toEqual([]);
  const fresh = await newPhone(server, owner);
  await settle(fresh);
  expect(await plain(fresh)).toEqual(before);
  expect(desk.errors).toEqual([]);
  await server.stop();
}, 90_000);

test('a restored desk gives nobody the right to a moved job, so the new desk’s work reaches the owner and comes back', async () => {
  const { server, ravi, desk, phone } = await crew();
  const other = await newPhone(server, ravi);
  const job = await phone.openJob();
  await settle(phone, desk, other);
  await server.backUp();
  await desk.save(onJob(job, (context, found) => reassignJob(context, found, ravi.user.id)));
  await settle(desk, other, phone);
  await other.save(onJob(job, (context, found) => editJob(context, found, { carModel: 'By the new desk' })));
  await pay(other, job);
  await settle(other, desk, phone);
  const before = await plain(desk);
  await server.restore();
  // The new desk comes first: to this server it has nothing to do with the job.
  await settle(other);
  expect(await other.waiting()).toBe(0);
  expect(await other.tray()).toEqual([]);
  await settle(desk, phone);
  await acceptAll(server, desk);
  await settle(desk, other, phone);
  await acceptAll(server, desk);
  await settle(desk, other, phone);
  expect(await plain(desk)).toEqual(before);
  expect(await other.document(job)).toMatchObject({ desk: ravi.user.id, carModel: 'By the new desk' });
  expect(await phone.document(job)).toBeUndefined();
  for (const one of [desk, other, phone]) expect(await kept(one)).toEqual([]);
  await server.stop();
}, 90_000);

test('an app killed at any step of it finds everything again', async () => {
  const { server, desk, phone } = await crew();
  await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  await phone.openJob({ plate: 'MH12AB0002' });
  await desk.openJob({ plate: 'MH12AB0003' });
  await settle(phone, desk, phone);
  const before = await plain(desk);
  await server.restore();
  let running = desk;
  const steps = [
    'reconcile:carried',
    'reconcile:before-journal',
    'reconcile:kept',
    'reconcile:compared',
    'reconcile:done',
    'reconcile:offered',
    'fill:listed',
    'replica:old-destroyed',
    'sweep:rows-removed',
  ];
  for (const step of steps) {
    const killed = running;
    const isDead = new Promise<void>((resolve) => {
      killed.onStep = (name) => {
        if (name !== step) return;
        killed.kill();
        resolve();
      };
    });
    // Not every run comes by every step.
    await Promise.race([killed.engine.syncOnce().catch(() => undefined), isDead]);
    running = await killed.reopen();
  }
  await settle(running);
  await acceptAll(server, running);
  await settle(running, phone, running);
  expect(await plain(running)).toEqual(before);
  expect(await kept(running)).toEqual([]);
  await server.stop();
}, 120_000);

test('what was erased leaves every byte of every phone and never comes back, whatever was put back', async () => {
  const { server, asha, desk } = await crew();
  const disk = newDisk();
  const phone = await newPhone(server, asha, { disk, openReplica: openBrowserReplica });
  const job = await phone.openJob({ customerName: 'Secretname', phone: '+919812345678' });
  await settle(phone, desk);
  await server.backUp();
  const customer = String((await phone.document(job))?.['customerId']);
  await phone.save(
    onJob(job, (context, found) => editJob(context, found, { carModel: 'Unsent Secretname' })),
  );
  await api(server, desk, '/api/erasures', { ids: [customer] });
  const everything = async () => `${await rawBytes(disk.factory)}\n${await rawBytes(indexedDB)}`;
  expect(await everything()).toContain('Secretname');
  await phone.save(onJob(job, (context, found) => editJob(context, found, { carModel: 'Alto' })));
  await settle(desk, phone, desk);
  expect(await everything()).not.toContain('Secretname');
  expect(await desk.document(job)).toMatchObject({ customerName: '—', carModel: 'Alto' });
  // All files are put back, also the list of what was erased; the owner's phone has not forgotten.
  await server.restore();
  await settle(desk, phone, desk, phone);
  await acceptAll(server, desk);
  await settle(desk, phone);
  for (const one of [desk, phone]) {
    expect(await one.document(customer)).toBeUndefined();
    expect(await one.document(job)).toMatchObject({ customerName: '—', carModel: 'Alto' });
    expect(await one.tray()).toEqual([]);
    expect(await kept(one)).toEqual([]);
  }
  expect(await everything()).not.toContain('Secretname');
  const fresh = await newPhone(server, asha);
  await settle(fresh);
  expect(canonicalJson([...(await plain(fresh)).values()])).not.toContain('Secretname');
  await server.stop();
}, 120_000);

test('a running app notices the restore by itself, and a save meanwhile is neither lost nor doubled', async () => {
  const { server, desk, phone } = await crew();
  await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  const lost = await phone.openJob({ plate: 'MH12AB0002' });
  await settle(phone, desk);
  await phone.engine.start();
  await desk.engine.start();
  await server.restore();
  const late = await phone.openJob({ plate: 'MH12AB0003' });
  phone.engine.restart();
  desk.engine.restart();
  const isBack = async () => {
    const [own, other] = [await desk.document(lost), await desk.document(late)];
    return own !== undefined && other !== undefined && (await phone.waiting()) === 0;
  };
  await until(isBack, 'the desk has both jobs');
  await until(async () => (await kept(desk)).length === 0, 'nothing waits for an owner');
  await phone.engine.stop();
  await desk.engine.stop();
  await settle(phone, desk);
  expect(await plain(desk)).toEqual(new Map([...(await plain(desk)), ...(await plain(phone))]));
  expect((await desk.rows()).filter(({ id }) => id.startsWith('job:'))).toHaveLength(3);
  expect([await phone.waiting(), (await phone.tray()).length, (await kept(phone)).length]).toEqual([0, 0, 0]);
  await server.stop();
}, 90_000);

test('a running app shows the owners what it keeps for them, without anybody saving anything', async () => {
  const { server, desk, phone } = await crew();
  await phone.openJob();
  await settle(phone, desk);
  await server.backUp();
  const lost = await phone.openJob({ plate: 'MH12AB0002' });
  await settle(phone, desk);
  phone.kill();
  await desk.engine.start();
  await server.restore();
  desk.engine.restart();
  const isOffered = async () =>
    (await kept(desk)).some(({ id, state }) => id === lost && state === 'offered');
  await until(isOffered, 'it is offered');
  await acceptAll(server, desk);
  await until(async () => (await kept(desk)).length === 0, 'it is back');
  expect(await desk.document(lost)).toBeDefined();
  await desk.engine.stop();
  await server.stop();
}, 90_000);
