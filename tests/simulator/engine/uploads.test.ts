import { addPhoto, type Job } from '@revops/domain';
import type { StepName } from '@revops/pwa/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killAt } from './kill-at.ts';
import { newPhone, until, type Phone } from './phone.ts';
import { fileOf, onServer, picture, takePhoto, waitingPhotos } from './photos.ts';
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

const manager = async (): Promise<Phone> => newPhone(server, await joinAsManager(server, owner));
const isFile = (url: string): boolean => url.includes('/api/files/');
const isPart = (url: string, init: RequestInit): boolean =>
  isFile(url) && (init.body as Uint8Array | undefined)?.length !== 0;

const failing = (status: number, code: string): Response =>
  new Response(JSON.stringify({ error: { code, message: code, requestId: 'r' } }), {
    status,
    headers: { 'content-type': 'application/json' },
  });

const killPoints: readonly (readonly [StepName, number])[] = [
  ['upload:chosen', 1],
  ['request:file', 1],
  ['response:file', 1],
  ['request:file', 3],
  ['response:file', 3],
  ['upload:part-sent', 2],
  ['response:file', 4],
  ['upload:settled', 1],
];

test.each(killPoints)(
  'killed at %s for the %ith time, the photo arrives once and whole',
  async (name, times) => {
    let phone = await manager();
    const photo = await picture(700_000);
    const jobId = await phone.openJob();
    await takePhoto(phone, jobId, photo);
    expect(await killAt(phone, name, times)).toBe(true);
    phone = await phone.reopen();
    let parts = 0;
    phone.network = (send, url, init) => {
      if (isPart(url, init)) parts += 1;
      return send(url, init);
    };
    await phone.engine.syncOnce();
    expect(await fileOf(phone, photo.sha256)).toMatchObject({ state: 'sent' });
    expect(await onServer(server, owner.accessToken, photo.sha256)).toBe(photo.sha256);
    // 700,000 bytes are three parts: what arrived before the kill is not sent again.
    expect(parts).toBeLessThanOrEqual(3);
    expect(phone.errors).toEqual([]);
  },
);

test('an answer that is lost is asked for again, and nothing is sent twice', async () => {
  const phone = await manager();
  const photo = await picture(600_000);
  await takePhoto(phone, await phone.openJob(), photo);
  const starts: string[] = [];
  phone.network = async (send, url, init) => {
    const answer = await send(url, init);
    if (!isPart(url, init)) return answer;
    starts.push((init.headers as Record<string, string>)['content-range'] ?? '');
    if (starts.length === 2) throw new TypeError('network');
    return answer;
  };
  await expect(phone.engine.syncOnce()).rejects.toThrow('file');
  expect(await waitingPhotos(phone)).toBe(1);
  await phone.engine.syncOnce();
  expect(await waitingPhotos(phone)).toBe(0);
  expect(new Set(starts).size).toBe(starts.length);
  expect(await onServer(server, owner.accessToken, photo.sha256)).toBe(photo.sha256);
});

test('the server dies between two parts and comes back: the photo goes on by itself', async () => {
  const own = await restartableServer();
  const boss = await registerOwner(own);
  const phone = await newPhone(own, boss);
  const photo = await picture(1_000_000);
  await takePhoto(phone, await phone.openJob(), photo);
  let [parts, isDown] = [0, false];
  phone.network = async (send, url, init) => {
    if (isPart(url, init) && (parts += 1) === 2) {
      await own.stop();
      isDown = true;
    }
    return send(url, init);
  };
  await phone.engine.start();
  await until(() => isDown, 'the server is gone');
  await own.start();
  await until(async () => (await waitingPhotos(phone)) === 0, 'it arrived');
  expect(await onServer(own, phone.token, photo.sha256)).toBe(photo.sha256);
  await phone.engine.stop();
  expect(phone.errors).toEqual([]);
  await own.stop();
}, 40_000);

test('text goes first, also what is saved while a photo is on its way', async () => {
  const phone = await manager();
  const photo = await picture(900_000);
  const jobId = await phone.openJob();
  await takePhoto(phone, jobId, photo);
  const sent: string[] = [];
  let late: Promise<string> | undefined;
  phone.network = async (send, url, init) => {
    if (url.endsWith('_bulk_docs')) sent.push('text');
    if (isPart(url, init)) sent.push('part');
    const answer = await send(url, init);
    if (isPart(url, init)) late ??= phone.openJob({ plate: 'MH12AB4444' });
    await late;
    return answer;
  };
  await phone.engine.start();
  await until(async () => (await waitingPhotos(phone)) === 0, 'the photo went');
  await phone.engine.stop();
  expect(sent.slice(0, 3)).toEqual(['text', 'part', 'text']);
  expect(await phone.waiting()).toBe(0);
});

test('a photo that fails holds no text up', async () => {
  const phone = await manager();
  const jobId = await phone.openJob();
  await takePhoto(phone, jobId, await picture(1000));
  phone.network = (send, url, init) =>
    isFile(url) ? Promise.resolve(failing(503, 'unavailable')) : send(url, init);
  await phone.engine.start();
  await until(async () => (await phone.waiting()) === 0, 'text went');
  await phone.openJob({ plate: 'MH12AB5555' });
  await until(async () => (await phone.waiting()) === 0, 'more text went');
  expect(await waitingPhotos(phone)).toBe(1);
  phone.network = (send, url, init) => send(url, init);
  phone.engine.wake();
  await until(async () => (await waitingPhotos(phone)) === 0, 'the photo went');
  await phone.engine.stop();
});

test('what the server will never take is kept with the reason, and the next photo goes', async () => {
  const phone = await manager();
  const jobId = await phone.openJob();
  const [bad, good] = [await picture(1000), await picture(2000)];
  await takePhoto(phone, jobId, bad);
  await takePhoto(phone, jobId, good);
  phone.network = (send, url, init) =>
    url.endsWith(bad.sha256) ? Promise.resolve(failing(413, 'file_too_large')) : send(url, init);
  await phone.engine.syncOnce();
  expect(await fileOf(phone, bad.sha256)).toMatchObject({ state: 'refused' });
  expect(await phone.tray()).toMatchObject([{ code: 'file_too_large', answered: false }]);
  expect(await fileOf(phone, good.sha256)).toMatchObject({ state: 'sent' });
  phone.network = () => Promise.reject(new Error('nothing is asked any more'));
  expect(await waitingPhotos(phone)).toBe(0);
});

test('an entry that the server does not see yet lets the photo wait a moment, not for ever', async () => {
  const phone = await manager();
  const photo = await picture(1000);
  await takePhoto(phone, await phone.openJob(), photo);
  let asked = 0;
  phone.network = (send, url, init) =>
    isFile(url) && (asked += 1) === 1 ? Promise.resolve(failing(404, 'not_found')) : send(url, init);
  await phone.engine.syncOnce();
  const waiting = await fileOf(phone, photo.sha256);
  expect(waiting?.state).toBe('waiting');
  const restMs = Date.parse(waiting?.retryAt ?? '') - Date.now();
  expect(restMs).toBeLessThanOrEqual(10_000);
  await phone.engine.syncOnce();
  expect(asked).toBe(1);
  // As it stands after a clock that was a day ahead was put right.
  const ahead = new Date(Date.now() + 86_400_000).toISOString();
  if (waiting) await phone.db.connection().put('files', { ...waiting, retryAt: ahead });
  await phone.engine.syncOnce();
  expect(await fileOf(phone, photo.sha256)).toMatchObject({ state: 'sent' });
});

test('bytes that were damaged on the phone are not sent for ever', async () => {
  const phone = await manager();
  const photo = await picture(3000);
  await takePhoto(phone, await phone.openJob(), photo);
  const bytes = photo.bytes.slice();
  bytes[2000] = (bytes[2000] ?? 0) ^ 1;
  await phone.db.connection().put('fileBytes', { sha256: photo.sha256, bytes });
  await phone.engine.syncOnce();
  expect(await phone.tray()).toMatchObject([{ code: 'file_mismatch' }]);
  expect(await waitingPhotos(phone)).toBe(0);
});

test('a photo whose entry was refused waits for the person', async () => {
  const phone = await manager();
  const jobId = await phone.openJob();
  const photo = await picture(1000);
  const job = (await phone.document(jobId)) as unknown as Job;
  await phone.save(
    (context) => {
      const act = addPhoto(context, job, { kind: 'after', sha256: photo.sha256, size: photo.size });
      if (!act.ok) return act;
      const documents = act.value.documents.map((one) => ({ ...one, createdBy: owner.user.id }));
      return { ok: true, value: { ...act.value, documents } };
    },
    [photo],
  );
  let asked = 0;
  phone.network = (send, url, init) => {
    if (isFile(url)) asked += 1;
    return send(url, init);
  };
  await phone.engine.syncOnce();
  expect(await phone.tray()).toHaveLength(1);
  expect([asked, await waitingPhotos(phone)]).toEqual([0, 1]);
});

test('a photo of a job that moved away still arrives, and leaves this phone', async () => {
  const desk = await newPhone(server, owner);
  const other = await joinAsManager(server, owner);
  const phone = await manager();
  const photo = await picture(400_000);
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  await takePhoto(phone, jobId, photo);
  phone.network = (send, url, init) =>
    isFile(url) ? Promise.resolve(failing(503, 'unavailable')) : send(url, init);
  await expect(phone.engine.syncOnce()).rejects.toThrow('503');
  const answer = await server.fetch(`/api/jobs/${encodeURIComponent(jobId)}/reassign`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ desk: other.user.id }),
  });
  expect(answer.status).toBe(200);
  phone.network = (send, url, init) => send(url, init);
  await phone.engine.syncOnce();
  await phone.engine.syncOnce();
  expect(await phone.document(jobId)).toBeUndefined();
  expect(await fileOf(phone, photo.sha256)).toBeUndefined();
  expect(await phone.db.connection().get('fileBytes', photo.sha256)).toBeUndefined();
  expect(await onServer(server, other.accessToken, photo.sha256)).toBe(photo.sha256);
  expect(await onServer(server, phone.token, photo.sha256)).toBeUndefined();
});
