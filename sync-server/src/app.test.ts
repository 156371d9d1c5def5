import { createHmac } from 'node:crypto';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '@revops/domain';
import { defaultLimits } from './config/limits.ts';
import { withoutPersonalData } from './routes/client-error-routes.ts';
import { ownerInput, registerOwner, startServer, type TestServer } from './testing/start-server.ts';

interface Refusal {
  readonly error: { readonly code: string; readonly requestId: string };
}

let server: TestServer;
let owner: Session;
let clock = Date.now();

beforeAll(async () => {
  const webRoot = await mkdtemp(join(tmpdir(), 'revops-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>RevOps</title>');
  await writeFile(join(webRoot, 'sw.js'), 'self;');
  await writeFile(join(webRoot, 'assets', 'main-4f2a.js'), `export const text = '${'x'.repeat(5000)}';`);
  server = await startServer({
    config: { webRoot, corsOrigins: ['https://app.example'] },
    overrides: { now: () => clock },
  });
  owner = await registerOwner(server);
});
afterAll(() => server.stop());

const me = (token: string) => server.call<Refusal>('/api/auth/me', { token });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('access tokens', () => {
  it('are refused unsigned, re-signed, altered, unknown and expired', async () => {
    const [header = '', body = '', sign = ''] = owner.accessToken.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const kid = (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid;
    const guessed = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${body}`;
    const tokens = [
      `${part({ alg: 'none', typ: 'JWT', kid })}.${body}.`,
      `${part({ alg: 'none', typ: 'JWT', kid })}.${body}.${sign}`,
      `${header}.${part({ ...claims, role: 'owner', wid: 'other' })}.${sign}`,
      `${guessed}.${createHmac('sha256', kid).update(guessed).digest('base64url')}`,
      `${part({ alg: 'HS256', typ: 'JWT', kid: 'other' })}.${body}.${sign}`,
      'not.a.token',
    ];
    const codes = await Promise.all(tokens.map(async (token) => (await me(token)).body.error.code));
    expect(codes).toEqual(tokens.map(() => 'token_invalid'));
    expect((await me(owner.accessToken)).status).toBe(200);
    clock += 16 * 60_000;
    expect((await me(owner.accessToken)).body.error.code).toBe('token_expired');
    clock -= 16 * 60_000;
  });
});

describe('errors', () => {
  it('have one shape with a request id that is also in the header', async () => {
    const { status, body, headers } = await server.call<Refusal>('/api/nothing');
    expect([status, body.error.code]).toEqual([404, 'not_found']);
    expect(headers.get('x-request-id')).toBe(body.error.requestId);
  });

  it('answer broken JSON, a body too large and a foreign format in words', async () => {
    const login = (body: string, headers = {}) => server.call<Refusal>('/api/auth/login', { body, headers });
    expect((await login('{"email":')).body.error.code).toBe('invalid_json');
    const large = await login(JSON.stringify({ email: 'x'.repeat(200_000) }));
    expect([large.status, large.body.error.code]).toEqual([413, 'payload_too_large']);
    expect((await login('email=a', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      400,
    );
    expect((await server.call('/%E0%A4%A')).status).toBe(400);
  });

  it('never tell what went wrong inside', async () => {
    const broken = await startServer({
      parts: () => ({
        syncRouter: Router().get('/boom', () => {
          throw new Error('secret detail');
        }),
      }),
    });
    const { status, body } = await broken.call<{ error: string; reason: string }>('/sync/boom');
    expect([status, body.error]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('secret detail');
    await broken.stop();
  });
});

describe('headers', () => {
  it('allow nothing inline and nothing evaluated', async () => {
    const { headers } = await server.call('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('open the API to the named origins and to nobody else', async () => {
    const origin = async (name: string) =>
      (await server.call('/api/health', { headers: { origin: name } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await origin('https://app.example')).toBe('https://app.example');
    expect(await origin('https://evil.example')).toBeNull();
    const preflight = await server.call('/api/auth/login', {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('X-Device-Id');
  });
});

describe('the built app', () => {
  it('is cached for ever by hashed name, asked for again otherwise, and compressed', async () => {
    const cache = async (path: string) => (await server.call(path)).headers.get('cache-control');
    expect(await cache('/assets/main-4f2a.js')).toContain('immutable');
    expect(await cache('/')).toBe('no-cache');
    expect(await cache('/sw.js')).toBe('no-cache');
    const { headers } = await server.call('/assets/main-4f2a.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it('answers its own addresses with the page, but no missing file and no API address', async () => {
    const html = { headers: { accept: 'text/html' } };
    const page = await server.call<string>('/jobs/123', html);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(page.body).toContain('RevOps');
    expect((await server.call('/assets/gone-1.js', html)).status).toBe(404);
    expect((await server.call('/api/gone', html)).status).toBe(404);
    expect((await server.call<string>('/..%2f..%2fetc%2fpasswd')).body).not.toContain('root:');
  });
});

describe('watching', () => {
  it('says alive, ready and how busy', async () => {
    expect((await server.call('/api/health')).body).toEqual({ status: 'ok' });
    expect((await server.call('/api/ready')).body).toEqual({ status: 'ready' });
    expect((await server.call<string>('/metrics')).body).toContain('revops_http_request_seconds_count');
  });

  it('takes errors of phones without what could name a person', async () => {
    const report = { message: 'TypeError', route: '/jobs' };
    expect((await server.call('/api/client-errors', { body: report })).status).toBe(204);
    expect((await server.call('/api/client-errors', { body: { ...report, user: 'asha' } })).status).toBe(400);
    const text = withoutPersonalData('asha@example.com +91 98765 43210 MH 12 AB 1234 at line 42');
    expect(text).not.toMatch(/asha|98765|1234/);
    expect(text).toContain('at line 42');
  });
});

describe('rate limits', () => {
  it('stop guessing one account and say when to come back', async () => {
    const limited = await startServer({ config: { limits: defaultLimits } });
    const login = (email: string) =>
      limited.call<Refusal>('/api/auth/login', { body: { email, password: 'guess' } });
    const statuses = [];
    for (let n = 0; n <= defaultLimits.loginPerAccountAndAddress.max; n += 1) {
      statuses.push((await login(n % 2 ? 'a@example.com' : ' A@EXAMPLE.com')).status);
    }
    expect(statuses.at(-2)).toBe(401);
    const refused = await login('a@example.com');
    expect([refused.status, refused.body.error.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await login('b@example.com')).status).toBe(401);
    await limited.stop();
  });

  it('stand before every door that takes a password, a code or a mail', async () => {
    const one = Object.fromEntries(
      Object.entries(defaultLimits).map(([name, limit]) => [name, { ...limit, max: 1 }]),
    );
    const limited = await startServer({ config: { limits: one as unknown as typeof defaultLimits } });
    for (const path of ['register', 'join', 'login', 'refresh', 'forgot-password', 'change-password']) {
      const call = () => limited.call(`/api/auth/${path}`, { body: { email: ownerInput.email } });
      await call();
      expect([path, (await call()).status]).toEqual([path, 429]);
    }
    await limited.stop();
  });
});
