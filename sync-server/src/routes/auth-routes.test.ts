import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionSchema, typeNamed, type AnyDocument, type Session } from '@revops/domain';
import {
  joinWorkshop,
  ownerInput,
  registerOwner,
  startServer,
  type TestServer,
} from '#src/testing/start-server.ts';

interface Refusal {
  readonly error: {
    readonly code: string;
    readonly requestId: string;
    readonly fields?: Record<string, string>;
  };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const device = (): string => crypto.randomUUID();
const post = <T = Session & Refusal>(path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.call<T>(`/api/auth/${path}`, { body, headers });
const refreshWith = (token: string) => post('refresh', { refreshToken: token });

function tokenOf(session: Session): string {
  if (session.refreshToken === undefined) throw new Error('no refresh token in the body');
  return session.refreshToken;
}

describe('POST /api/auth/register', () => {
  it('names every wrong field', async () => {
    const { status, body } = await post('register', {
      ...ownerInput,
      email: 'nobody',
      password: 'short',
      extra: 1,
    });
    expect(status).toBe(400);
    expect(Object.keys(body.error.fields ?? {}).sort()).toEqual(['email', 'extra', 'password']);
  });

  it('creates account, workshop, member and device, each of its type', async () => {
    const id = device();
    const { status, body } = await post('register', ownerInput, { 'x-device-id': id });
    expect(status).toBe(201);
    expect(sessionSchema.parse(body)).toMatchObject({
      user: { email: 'asha@example.com', phone: '+919876543210', role: 'owner' },
      workshop: { name: 'Rao Motors' },
      device: { id, code: 'A1', last: { n: 0, job: 0, papers: {} } },
    });
    const store = await server.context.workshopStore(body.workshop.id);
    for (const docId of ['workshop:self', `member:${body.user.id}`, `device:${id}`]) {
      const { _rev, ...doc } = (await store.get(docId)) as unknown as AnyDocument & { _rev: string };
      const type = typeNamed(doc.type);
      expect(type?.schema.safeParse(doc)).toMatchObject({ success: true });
      expect(doc.access).toEqual(type?.accessOf(doc));
    }
  });

  it('answers the same session when the answer was lost, and refuses anybody else the email', async () => {
    const input = { ...ownerInput, email: 'twice@example.com' };
    const id = device();
    const first = await post('register', input, { 'x-device-id': id });
    const again = await post('register', { ...input, email: ' TWICE@example.com' }, { 'x-device-id': id });
    expect(again.status).toBe(201);
    expect(again.body.user.id).toBe(first.body.user.id);
    expect(again.body.workshop.id).toBe(first.body.workshop.id);
    expect(again.body.refreshToken).toBe(first.body.refreshToken);
    const wrong = await post('register', { ...input, password: 'another one' }, { 'x-device-id': id });
    const elsewhere = await post('register', input, { 'x-device-id': device() });
    expect([wrong.body.error.code, elsewhere.body.error.code]).toEqual(['email_taken', 'email_taken']);
  });

  it('makes one workshop of two registrations at once', async () => {
    const input = { ...ownerInput, email: 'race@example.com' };
    const id = device();
    const answers = await Promise.all([1, 2, 3].map(() => post('register', input, { 'x-device-id': id })));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.workshop.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.device?.code))).toEqual(new Set(['A1']));
  });

  it('stores the password as argon2id with 19 MiB, 2 passes, 1 lane', async () => {
    const account = await server.context.accounts.byEmail('asha@example.com');
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('POST /api/auth/login', () => {
  it('refuses a wrong password and an unknown email alike', async () => {
    const wrong = await post('login', { email: ownerInput.email, password: 'wrong' });
    const unknown = await post('login', { email: 'nobody@example.com', password: 'wrong' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body.error.code).toBe('wrong_credentials');
    expect({ ...unknown.body.error, requestId: '' }).toEqual({ ...wrong.body.error, requestId: '' });
  });

  it('gives a second device its own code and the first one its own again', async () => {
    const first = await registerOwner(server);
    const login = (id: string) =>
      post('login', { email: first.user.email, password: ownerInput.password }, { 'x-device-id': id });
    expect((await login(device())).body.device?.code).toBe('A2');
    expect((await login(first.device?.id ?? '')).body.device).toMatchObject({
      id: first.device?.id,
      code: 'A1',
    });
  });

  it('gives devices that sign in at once different codes', async () => {
    const owner = await registerOwner(server);
    const credentials = { email: owner.user.email, password: ownerInput.password };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => post('login', credentials, { 'x-device-id': device() })),
    );
    expect(new Set(answers.map((answer) => answer.body.device?.code)).size).toBe(6);
  });

  it('never lends one person the device of another', async () => {
    const owner = await registerOwner(server);
    const manager = await joinWorkshop(server, owner);
    const { body } = await post(
      'login',
      { email: owner.user.email, password: ownerInput.password },
      { 'x-device-id': manager.device?.id ?? '' },
    );
    expect(body.device?.id).not.toBe(manager.device?.id);
  });

  it('closes a device that has forgotten entries and starts a new one', async () => {
    const owner = await registerOwner(server);
    const id = owner.device?.id ?? '';
    const store = await server.context.workshopStore(owner.workshop.id);
    await store.put({ _id: 'payment:1', type: 'payment', device: id, n: 7 });
    await store.put({ _id: 'job:1', type: 'job', device: id, number: 'A1-0042' });
    const login = (issued: string) =>
      post(
        'login',
        { email: owner.user.email, password: ownerInput.password },
        { 'x-device-id': id, 'x-device-issued': issued },
      );
    expect((await login('7')).body.device).toEqual({ id, code: 'A1', last: { n: 7, job: 42, papers: {} } });
    const fresh = (await login('0')).body.device;
    expect(fresh).toMatchObject({ code: 'A2', last: { n: 0 } });
    expect(fresh?.id).not.toBe(id);
    expect((await store.get(`device:${id}`))?.['closed']).toBe(true);
    expect((await server.context.rights.rightsOf(owner.user.id))?.actor.deviceIds).toEqual([id, fresh?.id]);
  });

  it('signs in without a device, and refuses a device id that is none', async () => {
    const credentials = { email: ownerInput.email, password: ownerInput.password };
    expect((await post('login', credentials)).body.device).toBeUndefined();
    expect((await post('login', credentials, { 'x-device-id': '../../x' })).status).toBe(400);
  });
});

describe('POST /api/auth/refresh', () => {
  it('refuses no token, nonsense and a forged token', async () => {
    const owner = await registerOwner(server);
    const forged = tokenOf(owner).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const cookie = { 'x-token-transport': 'cookie', cookie: 'revops_refresh=%zz' };
    const sent = [
      post('refresh', {}),
      post('refresh', {}, cookie),
      refreshWith('nonsense'),
      refreshWith(forged),
    ];
    const answers = await Promise.all(sent);
    expect(answers.map((answer) => answer.body.error.code)).toEqual([
      'token_missing',
      'token_invalid',
      'token_invalid',
      'token_invalid',
    ]);
  });

  it('answers the same successor again while that has not been used', async () => {
    const owner = await registerOwner(server);
    const lost = await refreshWith(tokenOf(owner));
    const again = await refreshWith(tokenOf(owner));
    expect(lost.status).toBe(200);
    expect(again.body.refreshToken).toBe(lost.body.refreshToken);
    expect(again.body.refreshToken).not.toBe(owner.refreshToken);
    expect((await refreshWith(tokenOf(again.body))).status).toBe(200);
  });

  it('survives refreshes at once', async () => {
    const owner = await registerOwner(server);
    const answers = await Promise.all([1, 2, 3, 4].map(() => refreshWith(tokenOf(owner))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body.refreshToken)).size).toBe(1);
  });

  it('ends the family when a token older than the previous one comes back', async () => {
    const owner = await registerOwner(server);
    const second = (await refreshWith(tokenOf(owner))).body;
    const third = (await refreshWith(tokenOf(second))).body;
    const reused = await refreshWith(tokenOf(owner));
    expect(reused.body.error.code).toBe('refresh_reused');
    expect((await refreshWith(tokenOf(third))).status).toBe(401);
    // The session's end may be up to 2 s old; this process need not wait.
    server.context.rights.forget(owner.user.id, tokenOf(third).split('.')[1]);
    expect((await server.call('/api/auth/me', { token: third.accessToken })).status).toBe(401);
  });

  it('travels in a cookie that scripts cannot read unless the client asks for the body', async () => {
    const owner = await registerOwner(server);
    const login = await post(
      'login',
      { email: owner.user.email, password: ownerInput.password },
      { 'x-token-transport': 'cookie' },
    );
    const cookie = login.headers.get('set-cookie') ?? '';
    expect(login.body.refreshToken).toBeUndefined();
    expect(cookie).toMatch(/^revops_refresh=.*Path=\/api\/auth;.*HttpOnly; SameSite=Strict/);
    const headers = { 'x-token-transport': 'cookie', cookie: cookie.split(';', 1)[0] ?? '' };
    expect((await post('refresh', {}, headers)).status).toBe(200);
    const foreign = await post('refresh', {}, { ...headers, 'sec-fetch-site': 'cross-site' });
    expect(foreign.body.error.code).toBe('csrf_refused');
  });
});

describe('POST /api/auth/logout', () => {
  it('ends the session at once and does not mind being repeated', async () => {
    const owner = await registerOwner(server);
    const logout = () => post('logout', { refreshToken: tokenOf(owner) });
    expect((await logout()).status).toBe(204);
    expect((await logout()).status).toBe(204);
    expect((await refreshWith(tokenOf(owner))).body.error.code).toBe('session_ended');
    expect((await server.call('/api/auth/me', { token: owner.accessToken })).status).toBe(401);
  });
});

describe('POST /api/auth/forgot-password and /reset-password', () => {
  async function mails(): Promise<string[]> {
    const folder = join(server.config.dataDir, 'outbox');
    const names = await readdir(folder).catch(() => []);
    return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  }

  async function resetToken(email: string): Promise<string> {
    const deadline = Date.now() + 5000;
    for (;;) {
      const mail = (await mails()).find((text) => text.includes(`To: ${email}`));
      const token = /#([\w-]+)/.exec(mail ?? '')?.[1];
      if (token !== undefined) return token;
      if (Date.now() > deadline) throw new Error('no mail came');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('answers an unknown email like a known one', async () => {
    const known = await post('forgot-password', { email: ownerInput.email });
    const unknown = await post('forgot-password', { email: 'nobody@example.com' });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(unknown.body).toEqual(known.body);
  });

  it('sets the password once by the link and ends every session', async () => {
    const owner = await registerOwner(server);
    await post('forgot-password', { email: owner.user.email });
    const token = await resetToken(owner.user.email);
    const reset = (password: string) => post('reset-password', { token, password });
    expect((await reset('a new password')).status).toBe(204);
    expect((await reset('yet another one')).body.error.code).toBe('reset_token_invalid');
    expect((await refreshWith(tokenOf(owner))).status).toBe(401);
    const login = (password: string) => post('login', { email: owner.user.email, password });
    expect((await login(ownerInput.password)).status).toBe(401);
    expect((await login('a new password')).status).toBe(200);
  });

  it('refuses a token it never sent', async () => {
    const { body } = await post('reset-password', { token: 'x'.repeat(43), password: 'a new password' });
    expect(body.error.code).toBe('reset_token_invalid');
  });
});

describe('POST /api/auth/change-password', () => {
  it('asks for the old one, keeps this session and ends the others', async () => {
    const owner = await registerOwner(server);
    const other = (await post('login', { email: owner.user.email, password: ownerInput.password })).body;
    const change = (currentPassword: string) =>
      server.call('/api/auth/change-password', {
        token: owner.accessToken,
        body: { currentPassword, newPassword: 'a new password' },
      });
    expect((await server.call('/api/auth/change-password', { body: {} })).status).toBe(401);
    expect((await change('wrong')).status).toBe(401);
    expect((await change(ownerInput.password)).status).toBe(204);
    expect((await refreshWith(tokenOf(owner))).status).toBe(200);
    expect((await refreshWith(tokenOf(other))).status).toBe(401);
  });
});
