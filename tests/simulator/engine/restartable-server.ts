import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@revops/domain';
import {
  createApp,
  createContext,
  createSyncGateway,
  parseConfig,
  serve,
  wideLimits,
  type Running,
} from '@revops/sync-server';

/** The real server on a store of its own, which can be stopped and started again. */
export interface RestartableServer {
  /** Rejects while the server is down, as a browser's fetch does. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Copies all files, as a backup does; the server is stopped for it. */
  backUp(): Promise<void>;
  /** Copies all files while it runs, as a snapshot of its volume does; nobody may be writing. */
  snapshot(): Promise<void>;
  /** Puts the copied files in the place of the present ones. */
  restore(): Promise<void>;
}

export async function restartableServer(options: { longpollMs?: number } = {}): Promise<RestartableServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'revops-engine-'));
  const base = parseConfig({ LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', HOST: '127.0.0.1' });
  const config = { ...base, port: 0, dataDir, limits: wideLimits, longpollMs: options.longpollMs ?? 2000 };
  let running: Running | undefined;
  const server: RestartableServer = {
    async fetch(path, init) {
      if (running === undefined) throw new TypeError('fetch failed');
      return fetch(running.address.replace('localhost', '127.0.0.1') + path, init);
    },
    async start() {
      const context = await createContext(config);
      const gateway = createSyncGateway({ ...context, longpollMs: config.longpollMs });
      running = await serve(
        context,
        createApp(context, { syncRouter: gateway.router, workshops: gateway.workshops }),
        () => gateway.close(),
      );
    },
    async stop() {
      const stopping = running;
      running = undefined;
      stopping?.server.closeAllConnections();
      await stopping?.stop();
    },
    async backUp() {
      await server.stop();
      await cp(dataDir, `${dataDir}-backup`, { recursive: true });
      await server.start();
    },
    async snapshot() {
      await rm(`${dataDir}-backup`, { recursive: true, force: true });
      await cp(dataDir, `${dataDir}-backup`, { recursive: true });
    },
    async restore() {
      await server.stop();
      await rm(dataDir, { recursive: true });
      await cp(`${dataDir}-backup`, dataDir, { recursive: true });
      await server.start();
    },
  };
  await server.start();
  return server;
}

export interface SignedIn extends Session {
  readonly refreshToken: string;
  readonly device: NonNullable<Session['device']>;
}

let people = 0;

async function call(
  server: RestartableServer,
  path: string,
  body: unknown,
  token?: string,
): Promise<unknown> {
  const response = await server.fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-token-transport': 'body',
      'x-device-id': crypto.randomUUID(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

const person = () => {
  people += 1;
  return {
    name: `Person ${people}`,
    email: `person${people}@example.com`,
    phone: '+919876500000',
    password: 'correct horse',
  };
};

export async function registerOwner(server: RestartableServer): Promise<SignedIn> {
  const workshop = { name: 'Rao Motors', timeZone: 'Asia/Kolkata' };
  return (await call(server, '/api/auth/register', { ...person(), workshop })) as SignedIn;
}

export async function joinAsManager(server: RestartableServer, owner: SignedIn): Promise<SignedIn> {
  const path = '/api/workshops/mine/invites';
  const invite = (await call(server, path, { role: 'manager' }, owner.accessToken)) as { code: string };
  return (await call(server, '/api/auth/join', { ...person(), inviteCode: invite.code })) as SignedIn;
}

/** A person who was removed is invited again and comes back under the same account. */
export async function joinAgain(server: RestartableServer, owner: SignedIn, person: SignedIn): Promise<void> {
  const path = '/api/workshops/mine/invites';
  const invite = (await call(server, path, { role: 'manager' }, owner.accessToken)) as { code: string };
  const { name, email } = person.user;
  const input = { name, email, phone: '+919876500000', password: 'correct horse', inviteCode: invite.code };
  await call(server, '/api/auth/join', input);
}

export async function refreshed(
  server: RestartableServer,
  refreshToken: string,
): Promise<SignedIn | undefined> {
  try {
    return (await call(server, '/api/auth/refresh', { refreshToken })) as SignedIn;
  } catch (error) {
    if (String(error).includes('answered 401')) return undefined;
    throw error;
  }
}
