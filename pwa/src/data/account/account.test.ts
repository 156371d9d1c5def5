import 'fake-indexeddb/auto';
import type { Session } from '@revops/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reading } from '../database/open.ts';
import { writeCopy } from '../device-copy/write-copy.ts';
import { acknowledge } from '../exchange/acknowledge.ts';
import { journalBatch } from '../journal/journal.ts';
import { syncView } from '../queries/sync-view.ts';
import { buildActs } from '../save/build-acts.ts';
import { browserEnvironment } from '../save/environment.ts';
import { saveAct } from '../save/save-act.ts';
import { currentDevice, deviceState, type CurrentDevice } from './current-device.ts';
import { leaveDemo } from './demo-session.ts';
import { startDemo } from './demo.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { createInvite, listManagers } from './team.ts';

interface Heard {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const heard: Heard[] = [];
let answers: Record<string, () => Response | Promise<Response>> = {};

beforeEach(() => {
  heard.length = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    heard.push({ path, headers: { ...(init.headers as Record<string, string>) } });
    const answer = answers[path];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  answers = {};
});

const sessionFor = (email: string, deviceId: string, last = { n: 0, job: 0 }): Session => ({
  accessToken: `token-${email}`,
  expiresIn: 900,
  user: {
    id: email.replace(/@.*/, ''),
    name: 'Asha',
    email,
    phone: '+919876543210',
    role: 'manager',
    emailVerified: true,
  },
  workshop: { id: 'ws1', name: 'Verma Motors' },
  device: { id: deviceId, code: 'B2', last: { ...last, papers: {} } },
});

/** A server that knows the device under the id it names, or gives it another. */
function serveSignIn(email: string, last?: { n: number; job: number }, otherDevice?: string): void {
  answers['/api/auth/login'] = () => {
    const id = otherDevice ?? heard.at(-1)?.headers['X-Device-Id'] ?? '';
    return Response.json(sessionFor(email, id, last));
  };
  answers['/api/auth/logout'] = () => new Response(null, { status: 204 });
}

const here = (): CurrentDevice => {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  return device;
};

const openJob = async (plate: string): Promise<string | undefined> => {
  const { db, session } = here();
  const saved = await saveAct(
    db,
    browserEnvironment(session),
    buildActs.openJob({ plate, customerName: 'Raj' }),
  );
  return saved.ok ? saved.value.jobNumber : undefined;
};

test('without signal signing in answers unavailable, and the words of the server come through', async () => {
  expect(await signIn({ email: 'none@x.in', password: 'secret' })).toEqual({
    ok: false,
    reason: 'unavailable',
  });
  answers['/api/auth/login'] = () =>
    Response.json({ error: { code: 'wrong_credentials', message: 'No.', requestId: 'r' } }, { status: 401 });
  expect(await signIn({ email: 'none@x.in', password: 'secret' })).toEqual({
    ok: false,
    reason: 'wrong_credentials',
  });
  answers['/api/auth/login'] = () => new Response('<html>', { status: 502 });
  expect(await signIn({ email: 'none@x.in', password: 'secret' })).toEqual({
    ok: false,
    reason: 'unavailable',
  });
  expect(currentDevice()).toBeUndefined();
});

test('a sign-in sends the remembered device, works at once and blocks signing out while work waits', async () => {
  serveSignIn('asha@x.in', { n: 41, job: 6 });
  expect(await signIn({ email: 'asha@x.in', password: 'secret' })).toMatchObject({ ok: true });
  expect(deviceState()).toBe('signed_in');
  expect(here().session).toMatchObject({ userId: 'asha', workshopId: 'ws1', deviceCode: 'B2', demo: false });
  expect(await openJob('MH12AB1234')).toBe('B2-0007');
  expect(await signOut()).toEqual({ ok: false, reason: 'work_waiting' });
  const file = JSON.parse(await (await writeCopy()).text()) as { journal: { n?: number }[] };
  expect(file.journal).toHaveLength(4);
  expect(file.journal.flatMap(({ n }) => n ?? [])).toEqual([42]);
  await acknowledge(here().db, await journalBatch(here().db));
  expect(await signOut()).toMatchObject({ ok: true });
  expect(deviceState()).toBe('nobody');
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('revops-ws1-asha');
});

test('device and counters outlive a sign-out, even when the server has not heard of the last ones', async () => {
  const before = heard.length;
  serveSignIn('asha@x.in', { n: 41, job: 6 });
  await signIn({ email: ' Asha@X.in', password: 'secret' });
  const headers = heard[before]?.headers;
  expect(headers?.['X-Device-Id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers?.['X-Device-Issued']).toBe('42');
  expect(await openJob('MH12AB9999')).toBe('B2-0008');
});

test('a device that the server closed goes on under its new id with new counters', async () => {
  serveSignIn('asha@x.in', { n: 0, job: 0 }, '0190a0a0-0000-7000-8000-000000000001');
  await signIn({ email: 'asha@x.in', password: 'secret' });
  expect(here().session.deviceId).toBe('0190a0a0-0000-7000-8000-000000000001');
  expect(await openJob('MH12AB5555')).toBe('B2-0001');
  const entries = await journalBatch(here().db);
  expect(new Set(entries.map(({ body }) => body.device)).size).toBe(2);
});

test('two people on one phone share nothing', async () => {
  serveSignIn('ravi@x.in');
  await signIn({ email: 'ravi@x.in', password: 'secret' });
  expect(await journalBatch(here().db)).toEqual([]);
  expect(heard.at(-1)?.headers['X-Device-Id']).not.toBe('0190a0a0-0000-7000-8000-000000000001');
  serveSignIn('asha@x.in', { n: 0, job: 0 }, '0190a0a0-0000-7000-8000-000000000001');
  await signIn({ email: 'asha@x.in', password: 'secret' });
  expect((await journalBatch(here().db)).length).toBeGreaterThan(0);
});

test('calls for the team carry the token and renew it once when the server calls it expired', async () => {
  const expired = () =>
    Response.json({ error: { code: 'token_expired', message: '', requestId: '' } }, { status: 401 });
  answers['/api/managers'] = () =>
    heard.at(-1)?.headers['Authorization'] === 'Bearer token-asha@x.in' && heard.length > 2
      ? Response.json({ items: [] })
      : expired();
  answers['/api/auth/refresh'] = () => Response.json(sessionFor('asha@x.in', here().session.deviceId));
  expect(await listManagers()).toEqual({ ok: true, value: [] });
  expect(heard.map(({ path }) => path)).toEqual(['/api/managers', '/api/auth/refresh', '/api/managers']);
});

test('the demo is local: it never speaks to a server, nothing of it waits, and leaving deletes it', async () => {
  const before = here().session;
  const asha = await journalBatch(here().db);
  expect(await startDemo(60)).toMatchObject({ ok: true });
  const { db, session } = here();
  expect(session).toMatchObject({ demo: true, workshopId: 'demo', role: 'owner' });
  expect(db.name).toBe('demo');
  const jobs = await reading(db, (tx) =>
    tx.objectStore('rows').index('lists').count(IDBKeyRange.bound('job|all|all|', 'job|all|all|\uffff')),
  );
  expect(jobs).toBe(60);
  expect(await openJob('MH12AB7777')).toMatch(/^A1-\d{4}$/);
  expect(await reading(db, (tx) => syncView(tx, session.demo))).toMatchObject({
    phase: 'demo',
    waitingActs: 0,
  });
  expect(await createInvite({ role: 'manager', days: 7, uses: 1 })).toEqual({
    ok: false,
    reason: 'unavailable',
  });
  expect(heard).toEqual([]);
  expect(await leaveDemo()).toMatchObject({ ok: true });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('demo');
  expect(here().session.userId).toBe(before.userId);
  expect(await journalBatch(here().db)).toEqual(asha);
}, 60_000);
