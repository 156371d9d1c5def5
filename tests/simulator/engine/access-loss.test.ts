import { addNote, editJob, money, reassignJob, takePayment, type Job } from '@revops/domain';
import type { BuildAct } from '@revops/pwa/data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserReplica, rawBytes } from './browser-replica.ts';
import { newDisk, newPhone, type Phone } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from './restartable-server.ts';

let server: RestartableServer;
beforeAll(async () => {
  server = await restartableServer();
});
afterAll(() => server.stop());

const onJob =
  (id: string, build: (context: Parameters<BuildAct>[0], job: Job) => ReturnType<typeof addNote>): BuildAct =>
  async (context, documents) => {
    const job = await documents.get<Job>(id);
    if (job === undefined) throw new Error(`${id} is not on this phone`);
    return build(context, job);
  };

async function move(desk: Phone, jobId: string, to: SignedIn): Promise<void> {
  await desk.engine.syncOnce();
  await desk.save(onJob(jobId, (context, job) => reassignJob(context, job, to.user.id)));
  await desk.engine.syncOnce();
}

interface Crew {
  readonly desk: Phone;
  readonly asha: SignedIn;
  readonly ravi: SignedIn;
}

async function crew(): Promise<Crew> {
  const owner = await registerOwner(server);
  const [asha, ravi] = [await joinAsManager(server, owner), await joinAsManager(server, owner)];
  return { desk: await newPhone(server, owner), asha, ravi };
}

const rowOf = async (phone: Phone, id: string) => (await phone.rows()).find((row) => row.id === id);

test('no byte of a job that moved stays in any database of the phone, and a move back brings it again', async () => {
  const { desk, asha, ravi } = await crew();
  const disk = newDisk();
  const phone = await newPhone(server, asha, { disk, openReplica: openBrowserReplica });
  const jobId = await phone.openJob({ plate: 'MH12AB1234', workDescription: 'SECRETGEARBOX' });
  await phone.engine.syncOnce();
  await phone.save(onJob(jobId, (context, job) => addNote(context, job, 'SECRETNOTE')));
  await phone.save(onJob(jobId, (context, job) => editJob(context, job, { carModel: 'SECRETMODEL' })));
  await phone.engine.syncOnce();
  const everything = async () => `${await rawBytes(disk.factory)}\n${await rawBytes(indexedDB)}`;
  for (const word of ['SECRETGEARBOX', 'SECRETNOTE', 'SECRETMODEL'])
    expect(await everything()).toContain(word);
  await move(desk, jobId, ravi);
  await phone.engine.syncOnce();
  expect(await rowOf(phone, jobId)).toBeUndefined();
  expect(await everything()).not.toContain('SECRET');
  expect((await phone.db.connection().getAll('search')).map(({ lines }) => lines).join('')).not.toContain(
    jobId,
  );
  await move(desk, jobId, asha);
  await phone.engine.syncOnce();
  expect(await phone.document(jobId)).toEqual(await desk.document(jobId));
  expect(await everything()).toContain('SECRETNOTE');
  expect(phone.errors).toEqual([]);
});

test('late entries find their way to the new desk; a late edit of the job comes back with words', async () => {
  const { desk, asha, ravi } = await crew();
  const [phone, other] = [await newPhone(server, asha), await newPhone(server, ravi)];
  const jobId = await phone.openJob({ estimatedAmount: money(500_000) });
  await phone.engine.syncOnce();
  await move(desk, jobId, ravi);
  const cash = { amount: money(100_000), kind: 'partial', method: 'cash' } as const;
  const [paymentId = ''] = await phone.save(onJob(jobId, (context, job) => takePayment(context, job, cash)));
  const [noteId = ''] = await phone.save(onJob(jobId, (context, job) => addNote(context, job, 'Late word')));
  await phone.save(onJob(jobId, (context, job) => editJob(context, job, { carModel: 'Late edit' })));
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect(await phone.tray()).toContainEqual(expect.objectContaining({ id: jobId, code: 'job_moved' }));
  await phone.engine.syncOnce();
  expect(await rowOf(phone, jobId)).toBeUndefined();
  expect(await rowOf(phone, noteId)).toBeUndefined();
  expect((await rowOf(phone, paymentId))?.mark).toBe('server');
  await other.engine.syncOnce();
  expect(await other.document(noteId)).toMatchObject({ desk: ravi.user.id });
  expect(await other.document(paymentId)).toMatchObject({ amount: 100_000 });
  expect((await other.document(jobId))?.['carModel']).toBeUndefined();
});

test('while unsent work waits, a moved job is a mark without content', async () => {
  const { desk, asha, ravi } = await crew();
  const phone = await newPhone(server, asha);
  const jobId = await phone.openJob({ workDescription: 'SECRETGEARBOX' });
  await phone.engine.syncOnce();
  await move(desk, jobId, ravi);
  phone.network = (send, url, init) =>
    url.endsWith('_bulk_docs') ? Promise.reject(new TypeError('network')) : send(url, init);
  await phone.save(onJob(jobId, (context, job) => addNote(context, job, 'Late word')));
  await phone.engine.start();
  const removed = async () => (await rowOf(phone, jobId))?.removed;
  await expect.poll(removed, { timeout: 10_000 }).toEqual({ entriesWaiting: 1 });
  expect(JSON.stringify(await rowOf(phone, jobId))).not.toContain('SECRET');
  phone.network = (send, url, init) => send(url, init);
  phone.engine.restart();
  await expect.poll(() => rowOf(phone, jobId), { timeout: 10_000 }).toBeUndefined();
  expect(await phone.waiting()).toBe(0);
  await phone.engine.stop();
});

test('a branch of the phone that the server had joined away leaves with the job as well', async () => {
  const { desk, asha, ravi } = await crew();
  const phone = await newPhone(server, asha);
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  const [replica] = phone.replicas();
  const held = await replica?.get(jobId);
  if (replica === undefined || held === undefined) throw new Error('the replica has no job');
  const ids = ['00000000000000000000000000000abc', held._rev.slice(2)];
  const branch = { ...held, carModel: 'SECRETMODEL', _rev: `2-${ids[0]}`, _revisions: { start: 2, ids } };
  await replica.bulkDocs([branch], { new_edits: false });
  await move(desk, jobId, ravi);
  await phone.engine.syncOnce();
  expect(await rowOf(phone, jobId)).toBeUndefined();
  await expect(replica.get(jobId)).rejects.toMatchObject({ reason: 'deleted' });
  await expect(replica.get(jobId, { rev: branch._rev })).rejects.toThrow('missing');
});
