import { createApp, createSyncGateway, serve } from '@revops/sync-server';
import {
  callServer,
  joinWorkshop,
  Phone,
  registerOwner,
  startServer,
  type StartOptions,
  type TestServer,
} from '@revops/sync-server/testing';

/** A gateway with an owner and two managers on phones. */
export interface Gateway {
  readonly server: TestServer;
  readonly owner: Phone;
  readonly manager: Phone;
  readonly second: Phone;
}

export const longpollMs = 1500;

/** Before the embedded store; with `REVOPS_TEST_STORE=couchdb` before the CouchDB of `COUCHDB_URL`. */
export async function openGateway(options: StartOptions = {}): Promise<Gateway> {
  const server = await startServer({ ...options, config: { longpollMs, ...options.config } });
  const session = await registerOwner(server);
  const owner = new Phone(server, session);
  const manager = new Phone(server, await joinWorkshop(server, session));
  const second = new Phone(server, await joinWorkshop(server, session));
  return { server, owner, manager, second };
}

export interface Twin {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Another gateway process, as far as it can be told from outside: own caches and queues before the same store. */
export async function openTwin({ context }: TestServer): Promise<Twin> {
  const gateway = createSyncGateway({ ...context, longpollMs });
  const lent = { ...context, close: () => Promise.resolve() };
  const running = await serve(lent, createApp(lent, { syncRouter: gateway.router }), () => gateway.close());
  return { url: running.address.replace('localhost', '127.0.0.1'), stop: running.stop };
}

/** The same person, asking another gateway. */
export function at(phone: Phone, url: string): Phone {
  const call: TestServer['call'] = (path, options) => callServer(url, path, options);
  return new Phone({ call }, phone.session);
}

export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(done: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  const startedAt = performance.now();
  while (!(await done())) {
    if (performance.now() - startedAt > withinMs) throw new Error(`not within ${withinMs} ms`);
    await after(20);
  }
}
