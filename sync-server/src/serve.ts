import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Context } from './context.ts';

/** Longer than the 60 s for which common proxies keep a connection, or they reuse one that is just closing. */
const keepAliveMs = 65_000;
/** What does not end by then is cut: the orchestrator kills after 30 s at the latest. */
const drainMs = 10_000;

export interface Running {
  readonly address: string;
  readonly server: Server;
  /** Stops accepting, lets running requests end, then closes the rest in reverse order of opening. */
  readonly stop: () => Promise<void>;
}

/** `wakeWaiting` answers the long-polls that would otherwise hold the end up. */
export async function serve(
  context: Context,
  app: Express,
  wakeWaiting?: () => Promise<void>,
): Promise<Running> {
  const server = createServer(app);
  server.keepAliveTimeout = keepAliveMs;
  server.headersTimeout = keepAliveMs + 1000;
  await listen(server, context.config.port, context.config.host);
  const { port } = server.address() as AddressInfo;
  let stopping: Promise<void> | undefined;
  return {
    address: `http://localhost:${port}`,
    server,
    stop: () => (stopping ??= drain(server, wakeWaiting).then(() => context.close())),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function drain(server: Server, wakeWaiting?: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
    deadline.unref();
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    const woken = wakeWaiting?.() ?? Promise.resolve();
    woken.then(
      () => server.closeIdleConnections(),
      () => server.closeAllConnections(),
    );
  });
}
