import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@revops/domain';
import { createApp, type AppParts } from '../app.ts';
import { parseConfig, type Config } from '../config/config.ts';
import { wideLimits } from '../config/limits.ts';
import { createContext, type Context, type Overrides } from '../context.ts';
import { serve } from '../serve.ts';
import { createSyncGateway } from '../sync/sync-gateway.ts';
import { dropTestDatabases, testCouchDb } from './test-couchdb.ts';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly url: string;
  readonly context: Context;
  readonly config: Config;
  call<T = Record<string, unknown>>(path: string, options?: CallOptions): Promise<Answer<T>>;
  readonly stop: () => Promise<void>;
}

/** What making people needs of a server: it may as well run elsewhere. */
export type CallableServer = Pick<TestServer, 'call'>;

export interface StartOptions {
  readonly config?: Partial<Config>;
  readonly overrides?: Overrides;
  readonly parts?: (context: Context) => AppParts;
}

/** A real server on a free port, on a store of its own. */
export async function startServer(options: StartOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'revops-server-'));
  const base = parseConfig({ LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', HOST: '127.0.0.1' });
  const couch = testCouchDb(options.config?.dataDir ?? dataDir);
  const config: Config = { ...base, port: 0, dataDir, limits: wideLimits, ...couch, ...options.config };
  const context = await createContext(config, options.overrides);
  // A busy machine that runs tests is not an overloaded server.
  const liveLimits = { lagMs: Number.POSITIVE_INFINITY };
  const gateway = createSyncGateway({ ...context, longpollMs: config.longpollMs, liveLimits });
  const parts = { syncRouter: gateway.router, workshops: gateway.workshops, ...options.parts?.(context) };
  const running = await serve(context, createApp(context, parts), () => gateway.close());
  const url = running.address.replace('localhost', '127.0.0.1');
  const stop = (): Promise<void> => running.stop().then(() => dropTestDatabases(config));
  return { url, context, config, call: (path, call) => callServer(url, path, call), stop };
}

/** One request as a client makes it, read whole. */
export async function callServer<T>(
  url: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const { body, token, method = body === undefined ? 'GET' : 'POST' } = options;
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'x-token-transport': 'body',
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}

export const ownerInput = {
  name: 'Asha Rao',
  email: 'asha@example.com',
  phone: '98765 43210',
  password: 'correct horse',
  workshop: { name: 'Rao Motors', timeZone: 'Asia/Kolkata' },
};

let people = 0;

/** A new workshop with its owner signed in. */
export async function registerOwner(
  server: CallableServer,
  deviceId = crypto.randomUUID(),
): Promise<Session> {
  people += 1;
  const answer = await server.call<Session>('/api/auth/register', {
    body: { ...ownerInput, email: `owner${people}@example.com` },
    headers: { 'x-device-id': deviceId },
  });
  if (answer.status !== 201)
    throw new Error(`register answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A person who joined the owner's workshop by a fresh code. */
export async function joinWorkshop(
  server: CallableServer,
  owner: Session,
  role = 'manager',
): Promise<Session> {
  people += 1;
  // Several join at once in some tests.
  const number = people;
  const invite = await server.call<{ code: string }>('/api/workshops/mine/invites', {
    token: owner.accessToken,
    body: { role },
  });
  const answer = await server.call<Session>('/api/auth/join', {
    body: {
      inviteCode: invite.body.code,
      name: `Person ${number}`,
      email: `person${number}@example.com`,
      phone: '+919876500000',
      password: 'correct horse',
    },
    headers: { 'x-device-id': crypto.randomUUID() },
  });
  if (answer.status !== 201) throw new Error(`join answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
