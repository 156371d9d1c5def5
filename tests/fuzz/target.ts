import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
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
import { joinWorkshop, Phone, registerOwner, callServer, type TestServer } from '@revops/sync-server/testing';
import { routesOf, withMounts, type FoundRoute } from './routes-of.ts';

export interface Target {
  readonly port: number;
  readonly running: Running;
  readonly routes: readonly FoundRoute[];
  readonly owner: Phone;
  readonly manager: Phone;
  readonly technician: Phone;
  readonly removed: Session;
  readonly stranger: Session;
  readonly ids: readonly string[];
  readonly revs: readonly string[];
  readonly sign: (claims: object) => string;
  readonly stop: () => Promise<void>;
}

/** A server as it runs in the world, with every route it has and people of every kind. */
export async function openTarget(): Promise<Target> {
  const dataDir = await mkdtemp(join(tmpdir(), 'revops-fuzz-'));
  const webRoot = join(dataDir, 'web');
  await mkdir(webRoot);
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>RevOps</title>');
  const base = parseConfig({ LOG_LEVEL: 'silent', HOST: '127.0.0.1' });
  const config = { ...base, port: 0, dataDir, webRoot, limits: wideLimits, longpollMs: 200 };
  const context = await createContext(config);
  const { app, gateway } = withMounts(() => {
    const made = createSyncGateway({ ...context, longpollMs: config.longpollMs });
    return { app: createApp(context, { syncRouter: made.router, workshops: made.workshops }), gateway: made };
  });
  const running = await serve(context, app, () => gateway.close());
  const url = running.address.replace('localhost', '127.0.0.1');
  const server: TestServer = {
    url,
    context,
    config,
    call: (path, options) => callServer(url, path, options),
    stop: running.stop,
  };
  const people = await cast(server);
  const job = people.manager.openJob();
  await people.manager.send(job);
  return {
    port: Number(new URL(url).port),
    running,
    routes: routesOf(app),
    ...people,
    ids: ['workshop:self', ...job.map((document) => document._id), `member:${people.owner.userId}`],
    revs: job.map((document) => document._rev),
    sign: (claims) => context.accessTokens.sign(claims as never),
    stop: running.stop,
  };
}

async function cast(server: TestServer) {
  const session = await registerOwner(server);
  const manager = new Phone(server, await joinWorkshop(server, session));
  const technician = new Phone(server, await joinWorkshop(server, session, 'technician'));
  const removed = await joinWorkshop(server, session);
  await server.call(`/api/managers/${removed.user.id}`, { method: 'DELETE', token: session.accessToken });
  const stranger = await registerOwner(server);
  return { owner: new Phone(server, session), manager, technician, removed, stranger };
}
