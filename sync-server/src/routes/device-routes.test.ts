import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceItem, DeviceList, Me, QuarantineList, Session } from '@revops/domain';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { changed, fresh, over, Phone, typed } from '#src/testing/sync-kit.ts';

let server: TestServer;
let session: Session;
let owner: Phone;
let manager: Phone;

beforeAll(async () => {
  server = await startServer();
  session = await registerOwner(server);
  owner = new Phone(server, session);
  manager = new Phone(server, await joinWorkshop(server, session));
});
afterAll(() => server.stop());

const as = <T = Record<string, unknown>>(phone: Phone, path: string, body?: unknown) =>
  server.call<T>(path, { token: phone.session.accessToken, ...(body === undefined ? {} : { body }) });
const codeOf = (answer: { readonly body: unknown }): string | undefined =>
  (answer.body as { readonly error?: { readonly code: string } | string; readonly code?: string }).code ??
  (answer.body as { readonly error?: { readonly code: string } }).error?.code;
const listOf = async (): Promise<DeviceList> => (await as<DeviceList>(owner, '/api/devices')).body;
const deviceOf = async (phone: Phone): Promise<DeviceItem | undefined> =>
  (await listOf()).items.find(({ id }) => id === phone.context.deviceId);
const heard = (phone: Phone, issued: number) =>
  phone.call('/', { headers: { 'x-device-issued': String(issued) } });
const revoke = (phone: Phone) => as(owner, `/api/devices/${phone.context.deviceId}/revoke`, {});
const login = (phone: Phone, headers: Record<string, string>) =>
  server.call<Session>('/api/auth/login', {
    body: { email: phone.session.user.email, password: 'correct horse' },
    headers,
  });

describe('GET /api/devices', () => {
  it('is for owners alone', async () => {
    expect((await server.call('/api/devices')).status).toBe(401);
    expect(codeOf(await as(manager, '/api/devices'))).toBe('owner_only');
    expect(codeOf(await as(manager, `/api/devices/${owner.context.deviceId}/revoke`, {}))).toBe('owner_only');
    expect(codeOf(await as(manager, '/api/devices/flags/seen', { ids: ['flag:x'] }))).toBe('owner_only');
  });

  it('says of each phone what it issued and what of that is here, refused and missing', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    const documents = phone.openJob();
    const job = typed(documents, 'job');
    await phone.send(documents);
    const [, lost, last] = [1, 2, 3].map((amount) => phone.pay(job, amount));
    const refused = fresh({ ...typed(phone.pay(job, 4), 'payment'), access: ['everyone'] });
    await phone.send([...(last ?? []), refused]);
    const lostNumber = typed(lost ?? [], 'payment').n ?? 0;
    await heard(phone, (refused.n ?? 0) + 1);
    const device = await deviceOf(phone);
    expect(device).toMatchObject({
      code: phone.session.device?.code,
      user: { id: phone.userId },
      issued: (refused.n ?? 0) + 1,
      notAccepted: 1,
      missing: 3,
      gaps: [
        [lostNumber - 1, lostNumber],
        [(refused.n ?? 0) + 1, (refused.n ?? 0) + 1],
      ],
    });
    expect(device?.held).toBe((device?.issued ?? 0) - 4);
    expect(Date.parse(device?.lastHeard ?? '')).toBeGreaterThan(0);
  });

  it('finds an entry whose number a crash kept from being noted', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    const documents = phone.openJob();
    await phone.send(documents);
    const before = await deviceOf(phone);
    const store = await server.context.workshopStore(session.workshop.id);
    const counter = await store.get(`counter:${phone.context.deviceId}`);
    if (!counter) throw new Error('the gateway counts');
    await store.put({ ...counter, _deleted: true });
    expect(before).toMatchObject({ missing: 0 });
    expect(before?.held).toBeGreaterThan(0);
    await heard(phone, before?.issued ?? 0);
    expect(await deviceOf(phone)).toMatchObject({ held: before?.held, missing: 0 });
  });

  it('does not take the word of somebody else for what a phone sent', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    await heard(phone, 1);
    const lie = fresh({ ...typed(manager.openJob(), 'jobEvent'), device: phone.context.deviceId, n: 1 });
    expect(await manager.codes([lie])).not.toEqual(['ok']);
    expect(await deviceOf(phone)).toMatchObject({ notAccepted: 0, missing: 1 });
  });
});

describe('a phone that an owner has signed out for good', () => {
  it('is refused on every path, keeps its last counts, and gives no number any more', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    await phone.send(phone.openJob());
    await heard(phone, 9);
    const before = await deviceOf(phone);
    expect(await revoke(phone)).toMatchObject({
      status: 200,
      body: { id: phone.context.deviceId, closed: true },
    });
    for (const path of ['', '/_changes', '/ids']) {
      const answer = await phone.call(path);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'device_closed']);
    }
    for (const path of ['/api/auth/me', '/api/jobs'])
      expect(codeOf(await as(phone, path))).toBe('device_closed');
    expect(codeOf(await as(phone, '/api/quarantine', { documents: [] }))).toBe('device_closed');
    const { refreshToken } = phone.session as unknown as { refreshToken: string };
    const refreshed = await server.call('/api/auth/refresh', { body: { refreshToken } });
    expect([refreshed.status, codeOf(refreshed)]).toEqual([403, 'device_closed']);
    expect(await deviceOf(phone)).toMatchObject({
      issued: 9,
      held: before?.held,
      missing: before?.missing,
      closed: true,
      revokedAt: expect.any(String) as string,
    });
    expect((await revoke(phone)).status).toBe(200);
  });

  it('is a new device after signing in again; what it had not sent goes to the owner, who lets it in', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    const documents = phone.openJob();
    const job = typed(documents, 'job');
    await phone.send(documents);
    const [payment] = phone.pay(job, 700);
    const edit = over(job, changed(phone, job, { carModel: 'Alto' }));
    await revoke(phone);
    const again = await login(phone, { 'x-device-id': phone.context.deviceId, 'x-device-issued': '5' });
    expect(again.body.device?.id).not.toBe(phone.context.deviceId);
    expect(again.body.device?.code).not.toBe(phone.session.device?.code);
    const back = new Phone(server, again.body);
    expect(await back.codes([payment, edit])).toEqual(['from_closed_device', 'from_closed_device']);
    expect(await back.codes(back.pay(job, 100))).toEqual(['ok']);
    expect(await deviceOf(phone)).toMatchObject({ notAccepted: 1 });
    const { items } = (await as<QuarantineList>(owner, '/api/quarantine')).body;
    const kept = items.filter(({ reason }) => reason.code === 'from_closed_device');
    for (const { id } of kept)
      expect((await as(owner, `/api/quarantine/${encodeURIComponent(id)}/readmit`, {})).status).toBe(200);
    expect(await deviceOf(phone)).toMatchObject({ notAccepted: 0 });
    expect(await owner.get(job._id)).toMatchObject({ carModel: 'Alto' });
    expect(await owner.get(payment?._id ?? '')).toMatchObject({ device: phone.context.deviceId });
  });

  it('ends at another gateway as soon as that looks at rights again', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    const { rights } = server.context;
    const known = await rights.rightsOf(phone.userId);
    expect(known?.actor.deviceIds).toContain(phone.context.deviceId);
    await revoke(phone);
    const after = await rights.rightsOf(phone.userId);
    expect(after?.actor).toMatchObject({ deviceIds: [], closedDeviceIds: [phone.context.deviceId] });
  });

  it('gets nothing by a poll that it began before', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    await phone.send(phone.openJob());
    const { last_seq: since } = await phone.changes();
    const poll = phone.call(`/_changes?feed=longpoll&since=${encodeURIComponent(since)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await revoke(phone);
    await owner.send(owner.openJob({ plate: 'MH12ZZ0001' }));
    const answer = await poll;
    expect([answer.status, codeOf(answer)]).toEqual([403, 'device_closed']);
  });

  it('is never the one in the owner’s hand, nor one of another workshop', async () => {
    expect((await revoke(owner)).status).toBe(409);
    const stranger = new Phone(server, await registerOwner(server));
    expect((await revoke(stranger)).status).toBe(404);
    expect((await as(stranger, '/api/auth/me')).status).toBe(200);
  });

  it('goes on in another workshop that its person works for now', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    const gone = await server.call(`/api/managers/${phone.userId}`, {
      method: 'DELETE',
      token: owner.session.accessToken,
    });
    expect(gone.status).toBeLessThan(300);
    const elsewhere = await registerOwner(server);
    const invite = await server.call<{ code: string }>('/api/workshops/mine/invites', {
      token: elsewhere.accessToken,
      body: { role: 'manager' },
    });
    const { name, email } = phone.session.user;
    const joined = await server.call<Session>('/api/auth/join', {
      body: { inviteCode: invite.body.code, name, email, phone: '+919876500000', password: 'correct horse' },
      headers: { 'x-device-id': phone.context.deviceId },
    });
    expect(joined.body.device?.id).toBe(phone.context.deviceId);
    const there = new Phone(server, joined.body);
    const { refreshToken } = joined.body as unknown as { refreshToken: string };
    const refreshed = await server.call<Session>('/api/auth/refresh', { body: { refreshToken } });
    const me = (await as<Me>(there, '/api/auth/me')).body;
    expect([refreshed.body.device?.code, me.device?.code]).toEqual(Array(2).fill(joined.body.device?.code));
    expect((await revoke(phone)).status).toBe(200);
    expect((await as(there, '/api/auth/me')).status).toBe(200);
    expect(new Set(await there.codes(there.openJob()))).toEqual(new Set(['ok']));
  });
});

describe('numbers given twice', () => {
  it('are told to the owner until one has looked', async () => {
    const phone = new Phone(server, await joinWorkshop(server, session));
    const clone = new Phone(server, phone.session);
    await phone.send(phone.openJob());
    await clone.send(clone.openJob());
    const flags = (await listOf()).flags ?? [];
    const own = flags.filter(({ device }) => device.id === phone.context.deviceId);
    expect(new Set(own.map(({ kind }) => kind))).toEqual(new Set(['number_held', 'counter_held']));
    expect(own[0]).toMatchObject({
      user: { id: phone.userId },
      device: { code: phone.session.device?.code },
    });
    const ids = own.map(({ id }) => id);
    expect((await as(owner, '/api/devices/flags/seen', { ids })).body).toEqual({ seen: ids.length });
    const left = (await listOf()).flags ?? [];
    expect(left.filter(({ device }) => device.id === phone.context.deviceId)).toEqual([]);
  });
});
