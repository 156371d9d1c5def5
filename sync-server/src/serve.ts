import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Context } from './context.ts';

/** Longer than the 60 s for which common proxies keep a connection, or they reuse one that is just closing. */
const keepAliveMs = 65_000;
/** Headers are one packet; whoever sends them a letter at a time holds a socket for nothing. */
const headersMs = 20_000;
/** For a whole request: the largest part of a photo over a network that is barely there. */
const requestMs = 180_000;
/** How often the two above are looked after. */
const checkEveryMs = 10_000;
/** Without a byte in either direction: beyond the longest silence of a waiting reader. */
const silentMs = 60_000;
/** What does not end by then is cut: the orchestrator kills after 30 s at the latest. */
const drainMs = 10_000;
/** Node lets a connection live on that was still being answered when accepting stopped; it is closed once it falls idle. */
const closeIdleEveryMs = 100;

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
  const server = createServer({ connectionsCheckingInterval: checkEveryMs }, app);
  server.keepAliveTimeout = keepAliveMs;
  server.headersTimeout = headersMs;
  server.requestTimeout = requestMs;
  server.setTimeout(context.config.longpollMs + silentMs);
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
    const idle = setInterval(() => server.closeIdleConnections(), closeIdleEveryMs);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(idle);
      resolve();
    });
    const woken = wakeWaiting?.() ?? Promise.resolve();
    woken.then(
      () => server.closeIdleConnections(),
      () => server.closeAllConnections(),
    );
  });
}
