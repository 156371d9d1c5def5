import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '@revops/domain';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';

let server: TestServer;
let owner: Session;
let manager: Session;

beforeAll(async () => {
  server = await startServer();
  owner = await registerOwner(server);
  manager = await joinWorkshop(server, owner);
});
afterAll(() => server.stop());

/** What a browser keeps, by name. */
class Jar {
  readonly #cookies = new Map<string, string>();

  async ask(path: string, body: object, headers: Record<string, string>) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const options = { body, headers: { 'x-token-transport': 'cookie', cookie, ...headers } };
    const answer = await server.call<Session>(path, options);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.length === at + 1) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  get names(): string[] {
    return [...this.#cookies.keys()];
  }
}

const own = (session: Session): Record<string, string> => ({
  'x-token-transport': 'device',
  'x-device-id': session.device?.id ?? '',
});
const login = (jar: Jar, session: Session, headers: Record<string, string>) =>
  jar.ask('/api/auth/login', { email: session.user.email, password: 'correct horse' }, headers);

it('keeps the sessions of two people in one browser apart', async () => {
  const jar = new Jar();
  await login(jar, owner, own(owner));
  await login(jar, manager, own(manager));
  for (const person of [owner, manager, owner]) {
    const answer = await jar.ask('/api/auth/refresh', {}, own(person));
    expect(answer.body.user.id).toBe(person.user.id);
  }
  await jar.ask('/api/auth/logout', {}, own(manager));
  expect(jar.names).toEqual([`revops_refresh_${owner.device?.id ?? ''}`]);
  expect((await jar.ask('/api/auth/refresh', {}, own(owner))).status).toBe(200);
  expect((await jar.ask('/api/auth/refresh', {}, own(manager))).status).toBe(401);
});

it('goes on with the cookie that an app of before had, and with such an app', async () => {
  const jar = new Jar();
  await login(jar, owner, { 'x-device-id': owner.device?.id ?? '' });
  expect(jar.names).toEqual(['revops_refresh']);
  expect((await jar.ask('/api/auth/refresh', {}, {})).status).toBe(200);
  expect((await jar.ask('/api/auth/refresh', {}, own(owner))).status).toBe(200);
  expect(jar.names).toContain(`revops_refresh_${owner.device?.id ?? ''}`);
});

it('never uses the cookie that an app of before had for somebody else', async () => {
  const jar = new Jar();
  await login(jar, owner, { 'x-device-id': owner.device?.id ?? '' });
  expect((await jar.ask('/api/auth/refresh', {}, own(manager))).status).toBe(401);
  expect((await jar.ask('/api/auth/logout', {}, own(manager))).status).toBe(204);
  expect((await jar.ask('/api/auth/refresh', {}, own(owner))).body.user.id).toBe(owner.user.id);
  // Moved: what stays behind would look like a stolen token one day.
  expect(jar.names).toEqual([`revops_refresh_${owner.device?.id ?? ''}`]);
});

it('takes no name of a cookie from a header that is no device', async () => {
  const jar = new Jar();
  await login(jar, owner, own(owner));
  const headers = { 'x-token-transport': 'device', 'x-device-id': 'a; b=c' };
  expect((await jar.ask('/api/auth/refresh', {}, headers)).status).toBe(401);
});
