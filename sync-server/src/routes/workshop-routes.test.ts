import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invite, ManagerView, Session, SessionList, WorkshopView } from '@revops/domain';
import {
  joinWorkshop,
  ownerInput,
  registerOwner,
  startServer,
  type TestServer,
} from '#src/testing/start-server.ts';

interface Refusal {
  readonly error: { readonly code: string };
}

let server: TestServer;
let clock = Date.now();
let owner: Session;
let manager: Session;
beforeAll(async () => {
  server = await startServer({ overrides: { now: () => clock } });
  owner = await registerOwner(server);
  manager = await joinWorkshop(server, owner);
});
afterAll(() => server.stop());

const as = <T = Refusal>(who: Session, path: string, method = 'GET', body?: unknown) =>
  server.call<T>(path, { token: who.accessToken, method, ...(body === undefined ? {} : { body }) });
const invite = async (settings: object = {}): Promise<Invite> =>
  (await as<Invite>(owner, '/api/workshops/mine/invites', 'POST', settings)).body;
const joinBy = (inviteCode: string, email: string, password = 'correct horse') =>
  server.call<Session & Refusal>('/api/auth/join', {
    body: { inviteCode, email, password, name: 'Joiner', phone: '+919876512345' },
    headers: { 'x-device-id': crypto.randomUUID() },
  });

describe('owner endpoints', () => {
  const endpoints = [
    ['GET', '/api/workshops/mine'],
    ['PUT', '/api/workshops/mine'],
    ['POST', '/api/workshops/mine/invites'],
    ['GET', '/api/workshops/mine/invites'],
    ['DELETE', '/api/workshops/mine/invites/ABCD2345'],
    ['GET', '/api/managers'],
    ['DELETE', '/api/managers/somebody'],
  ] as const;

  it.each(endpoints)('%s %s asks for a token and for an owner', async (method, path) => {
    const body = method === 'GET' ? {} : { body: {} };
    expect((await server.call<Refusal>(path, { method, ...body })).body.error.code).toBe('token_missing');
    const refused = await as(manager, path, method, method === 'GET' ? undefined : {});
    expect([refused.status, refused.body.error.code]).toEqual([403, 'owner_only']);
  });

  it('refuses settings it does not know and values that are none', async () => {
    const bad = await as<{ error: { fields: object } }>(owner, '/api/workshops/mine', 'PUT', {
      timeZone: 'Mars/One',
      x: 1,
    });
    expect(bad.status).toBe(400);
    expect(Object.keys(bad.body.error.fields).sort()).toEqual(['timeZone', 'x']);
    expect((await as(owner, '/api/workshops/mine/invites', 'POST', { uses: 0 })).status).toBe(400);
  });
});

describe('PUT /api/workshops/mine', () => {
  it('changes, clears and keeps fields, with a newer stamp on each changed one', async () => {
    const store = await server.context.workshopStore(owner.workshop.id);
    const stamp = async (field: string): Promise<string> => {
      const stamps = (await store.get('workshop:self'))?.['stamps'] as Record<string, string> | undefined;
      return stamps?.[field] ?? '';
    };
    const before = await stamp('name');
    const upi = { vpa: 'rao@okbank', payee: 'Rao Motors' };
    const first = await as<WorkshopView>(owner, '/api/workshops/mine', 'PUT', { name: 'Rao & Sons', upi });
    expect(first.body).toMatchObject({ name: 'Rao & Sons', upi, currency: 'INR', timeZone: 'Asia/Kolkata' });
    expect((await stamp('name')) > before).toBe(true);
    const second = await as<WorkshopView>(owner, '/api/workshops/mine', 'PUT', { upi: null });
    expect(second.body.upi).toBeUndefined();
    expect((await as<WorkshopView>(owner, '/api/workshops/mine')).body).toEqual(second.body);
  });
});

describe('invites', () => {
  it('are codes a person can read aloud, with a link and a count', async () => {
    const made = await invite({ uses: 2 });
    expect(made.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(made.link).toBe(`${server.config.publicUrl}/join#${made.code}`);
    const joined = await joinBy(
      ` ${made.code.slice(0, 4).toLowerCase()}-${made.code.slice(4)} `,
      'typed@example.com',
    );
    expect([joined.status, joined.body.user.role, joined.body.workshop.id]).toEqual([
      201,
      'manager',
      owner.workshop.id,
    ]);
    const { items } = (await as<{ items: Invite[] }>(owner, '/api/workshops/mine/invites')).body;
    expect(items.find((item) => item.code === made.code)).toMatchObject({ uses: 2, used: 1 });
  });

  it('end by use, by time and by being withdrawn', async () => {
    const once = await invite();
    expect((await joinBy(once.code, 'first@example.com')).status).toBe(201);
    expect((await joinBy(once.code, 'second@example.com')).body.error.code).toBe('invite_used_up');
    const withdrawn = await invite();
    expect((await as(owner, `/api/workshops/mine/invites/${withdrawn.code}`, 'DELETE')).status).toBe(204);
    expect((await joinBy(withdrawn.code, 'second@example.com')).body.error.code).toBe('invite_revoked');
    const short = await invite({ expiresInDays: 1 });
    clock += 25 * 3_600_000;
    expect((await joinBy(short.code, 'second@example.com')).body.error.code).toBe('invite_expired');
    clock -= 25 * 3_600_000;
    expect((await joinBy('ABCD2345', 'second@example.com')).body.error.code).toBe('invite_unknown');
  });

  it('let one person in once, however often the request is repeated', async () => {
    const once = await invite();
    const first = await joinBy(once.code, 'repeat@example.com');
    const again = await joinBy(once.code, 'repeat@example.com');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.user.id).toBe(first.body.user.id);
    expect((await joinBy(once.code, 'repeat@example.com', 'wrong password')).body.error.code).toBe(
      'wrong_credentials',
    );
  });

  it('admit exactly as many as they say when many come at once', async () => {
    const two = await invite({ uses: 2 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => joinBy(two.code, `crowd${n}@example.com`)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(2);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(3);
  });

  it('do not lure away who is active elsewhere, and another owner cannot withdraw them', async () => {
    const other = await registerOwner(server);
    const made = await invite();
    expect((await joinBy(made.code, other.user.email)).body.error.code).toBe('already_member');
    expect((await as(other, `/api/workshops/mine/invites/${made.code}`, 'DELETE')).status).toBe(404);
    expect((await joinBy(made.code, 'still-valid@example.com')).status).toBe(201);
  });
});

describe('managers', () => {
  it('lists people with their roles, for the own workshop only', async () => {
    const { items } = (await as<{ items: ManagerView[] }>(owner, '/api/managers')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ id: manager.user.id, role: 'manager', active: true }),
    );
    const other = await registerOwner(server);
    expect((await as<{ items: ManagerView[] }>(other, '/api/managers')).body.items).toHaveLength(1);
    expect((await as(other, `/api/managers/${manager.user.id}`, 'DELETE')).status).toBe(404);
  });

  it('removes at once, keeps refresh alive for the hand-over, and takes back under the same id', async () => {
    const leaver = await joinWorkshop(server, owner);
    expect((await as(owner, `/api/managers/${leaver.user.id}`, 'DELETE')).status).toBe(204);
    expect((await as(leaver, '/api/auth/me')).body.error.code).toBe('member_removed');
    const login = await server.call<Refusal>('/api/auth/login', {
      body: { email: leaver.user.email, password: ownerInput.password },
    });
    expect(login.body.error.code).toBe('member_removed');
    const refreshed = await server.call<Session>('/api/auth/refresh', {
      body: { refreshToken: leaver.refreshToken },
    });
    expect(refreshed.status).toBe(200);
    expect((await as(refreshed.body, '/api/auth/me')).body.error.code).toBe('member_removed');
    const store = await server.context.workshopStore(owner.workshop.id);
    expect((await store.get(`member:${leaver.user.id}`))?.['active']).toBe(false);
    const back = await joinBy((await invite()).code, leaver.user.email);
    expect([back.status, back.body.user.id]).toEqual([201, leaver.user.id]);
    expect((await store.get(`member:${leaver.user.id}`))?.['active']).toBe(true);
  });

  it('keeps one owner, also when two remove each other at once', async () => {
    const first = await registerOwner(server);
    expect((await as(first, `/api/managers/${first.user.id}`, 'DELETE')).body.error.code).toBe('last_owner');
    const second = await joinWorkshop(server, first, 'owner');
    const answers = await Promise.all([
      as(first, `/api/managers/${second.user.id}`, 'DELETE'),
      as(second, `/api/managers/${first.user.id}`, 'DELETE'),
    ]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
  });

  it('lets a removed person found an own workshop as the same person', async () => {
    const leaver = await joinWorkshop(server, owner);
    await as(owner, `/api/managers/${leaver.user.id}`, 'DELETE');
    const founded = await server.call<Session>('/api/auth/register', {
      body: { ...ownerInput, email: leaver.user.email },
    });
    expect(founded.status).toBe(201);
    expect(founded.body.user).toMatchObject({ id: leaver.user.id, role: 'owner' });
    expect(founded.body.workshop.id).not.toBe(owner.workshop.id);
    expect((await as(leaver, '/api/auth/me')).body.error.code).toBe('member_removed');
  });
});

describe('sessions', () => {
  it('are listed by device and ended one by one, only the own ones', async () => {
    expect((await server.call('/api/auth/sessions')).status).toBe(401);
    const other = await joinWorkshop(server, owner);
    const credentials = { email: other.user.email, password: 'correct horse' };
    const agent = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' };
    const second = await server.call<Session>('/api/auth/login', { body: credentials, headers: agent });
    const { items } = (await as<SessionList>(other, '/api/auth/sessions')).body;
    expect(items.map((item) => item.current)).toEqual(expect.arrayContaining([false, true]));
    const target = items.find((item) => !item.current);
    expect(target?.label).toBe('Chrome · Android');
    expect((await as(manager, `/api/auth/sessions/${target?.id}`, 'DELETE')).status).toBe(404);
    expect((await as(other, `/api/auth/sessions/${target?.id}`, 'DELETE')).status).toBe(204);
    expect((await as(second.body, '/api/auth/me')).body.error.code).toBe('session_ended');
    expect((await as(other, '/api/auth/me')).status).toBe(200);
  });
});
