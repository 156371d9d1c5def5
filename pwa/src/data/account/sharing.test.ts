import 'fake-indexeddb/auto';
import type { Session } from '@revops/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { metaIn } from '../database/meta.ts';
import { reading } from '../database/open.ts';
import { buildActs } from '../save/build-acts.ts';
import { browserEnvironment } from '../save/environment.ts';
import { saveAct } from '../save/save-act.ts';
import { accessToken } from './access-token.ts';
import { currentDevice, deviceState, type CurrentDevice } from './current-device.ts';
import { fitsSecret, secretOf } from './known-secret.ts';
import { forgetSecret, knownPeople, personKey } from './phone-book.ts';
import { signIn } from './sign-in.ts';
import { stepAside } from './step-aside.ts';
import { waitingWorkOf } from './waiting-work.ts';

const heard: { path: string; headers: Record<string, string> }[] = [];
let isOnline = true;

const sessionFor = (email: string, id: string): Session => ({
  accessToken: `token-${email}`,
  expiresIn: 900,
  user: {
    id: email.replace(/@.*/, ''),
    name: email,
    email,
    phone: '+919876543210',
    role: 'manager',
    emailVerified: true,
  },
  workshop: { id: 'shared', name: 'Verma Motors' },
  device: { id, code: email.startsWith('asha') ? 'A1' : 'A2', last: { n: 0, job: 0, papers: {} } },
});

beforeEach(() => {
  heard.length = 0;
  isOnline = true;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!isOnline) return Promise.reject(new TypeError('Failed to fetch'));
    const headers = { ...(init.headers as Record<string, string>) };
    heard.push({ path, headers });
    const id = headers['X-Device-Id'] ?? '';
    const emails = new Map([...devices].map(([email, device]) => [device, email]));
    const typed = (JSON.parse(init.body as string) as { email?: string }).email;
    const email = typed ?? emails.get(id) ?? '';
    devices.set(email, id);
    return Promise.resolve(Response.json(sessionFor(email, id)));
  });
});
afterEach(() => vi.unstubAllGlobals());

const devices = new Map<string, string>();
const enter = (email: string, password = 'secret') => signIn({ email, password });

function here(): CurrentDevice {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is here');
  return device;
}

async function openJob(plate: string): Promise<string | undefined> {
  const build = buildActs.openJob({ plate, customerName: 'Rajesh' });
  const result = await saveAct(here().db, browserEnvironment(here().session), build);
  return result.ok ? result.value.jobNumber : undefined;
}

const issuedHere = (): Promise<number | undefined> => reading(here().db, (tx) => metaIn(tx, 'issued'));

test('two people share a phone without signal, and nothing of their work', async () => {
  await enter('asha@x.in');
  await stepAside();
  expect(deviceState()).toBe('nobody');
  await enter('bina@x.in');
  isOnline = false;
  expect(await openJob('MH12AB0001')).toBe('A2-0001');
  await stepAside();
  expect(await enter('Asha@x.in')).toEqual({ ok: true, value: undefined });
  expect(here().session).toMatchObject({ userId: 'asha', deviceCode: 'A1' });
  expect(here().session).not.toHaveProperty('secret');
  expect(await issuedHere()).toBe(0);
  expect(await openJob('MH12AB0002')).toBe('A1-0001');
  const waiting = await Promise.all(
    (await knownPeople()).map(async (one) => [one.name, await waitingWorkOf(one)]),
  );
  expect(Object.fromEntries(waiting)).toEqual({ 'asha@x.in': 1, 'bina@x.in': 1 });
  await stepAside();
});

test('without signal nobody gets in with a wrong password, nor whoever never signed in here', async () => {
  isOnline = false;
  expect(await enter('asha@x.in', 'guess')).toEqual({ ok: false, reason: 'wrong_credentials' });
  expect(await enter('cara@x.in')).toEqual({ ok: false, reason: 'unavailable' });
  expect(deviceState()).toBe('nobody');
});

test('without signal nobody gets in whose workshop was deleted here, and their unsent work stays', async () => {
  await enter('dev@x.in');
  isOnline = false;
  await openJob('MH12AB0003');
  await stepAside();
  await forgetSecret(personKey('shared', 'dev'));
  expect(await enter('dev@x.in')).toEqual({ ok: false, reason: 'unavailable' });
  const dev = (await knownPeople()).find(({ userId }) => userId === 'dev');
  expect(dev).not.toHaveProperty('secret');
  expect(dev && (await waitingWorkOf(dev))).toBe(1);
});

test('each asks for a token by the cookie of the own device', async () => {
  await enter('asha@x.in');
  await stepAside();
  await enter('bina@x.in');
  await stepAside();
  isOnline = false;
  await enter('asha@x.in');
  isOnline = true;
  expect(await accessToken('asha')).toEqual({ ok: true, value: 'token-asha@x.in' });
  expect(heard.at(-1)).toMatchObject({
    path: '/api/auth/refresh',
    headers: { 'X-Device-Id': devices.get('asha@x.in'), 'X-Token-Transport': 'device' },
  });
  await stepAside();
});

test('a secret fits its password alone and does not hold it', async () => {
  const secret = await secretOf('correct horse', 1000);
  expect(await fitsSecret('correct horse', secret)).toBe(true);
  expect(await fitsSecret('correct hors', secret)).toBe(false);
  expect(JSON.stringify([...secret.hash])).not.toContain(
    JSON.stringify([...new TextEncoder().encode('correct')]),
  );
});
