// The real server in a process of its own, so that its processor time and memory are nobody else's.
import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, seededWorkshop, type AnyDocument } from '@revops/domain';
import {
  createApp,
  createContext,
  createSyncGateway,
  parseConfig,
  serve,
  wideLimits,
  type Context,
  type RevisionBody,
} from '@revops/sync-server';
import type { Filled, Message, Order, Read, Usage } from './protocol.ts';

const tell = (message: Message): void => void process.send?.(message);

const hash = (body: object): string => createHash('md5').update(canonicalJson(body)).digest('hex');

function first(document: object): RevisionBody {
  const id = hash(document);
  return { ...(document as AnyDocument), _rev: `1-${id}`, _revisions: { start: 1, ids: [id] } };
}

function usage(): Usage {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, rssBytes: process.memoryUsage.rss() };
}

const perBulk = 1000;

async function fill(context: Context, order: Extract<Order, { kind: 'fill' }>): Promise<Filled> {
  const store = await context.workshopStore(order.workshopId);
  const { ownerId, managerIds, jobs } = order;
  const now = new Date().toISOString();
  const invented = seededWorkshop({ seed: 11, jobs, now, ownerId, managerIds, shareCustomers: false });
  const readableBy: Record<string, number> = {};
  let documents = 0;
  let bulk: RevisionBody[] = [];
  const store1000 = async (): Promise<void> => {
    await store.bulkWrite(bulk);
    // A workshop grows into its indexes document by document; CouchDB builds one when it is asked.
    await store.view('by-access', { limit: 1 });
    documents += bulk.length;
    bulk = [];
  };
  for (const document of invented.documents) {
    // The server wrote its own when the workshop was made.
    if (['workshop', 'member', 'device'].includes(document.type)) continue;
    for (const key of document.access) readableBy[key] = (readableBy[key] ?? 0) + 1;
    bulk.push(first(document));
    if (bulk.length === perBulk) await store1000();
  }
  await store1000();
  return { documents, readableBy };
}

async function rawWrite(context: Context, batches: readonly (readonly object[])[]): Promise<number[]> {
  const store = await context.stores.open(`bench-raw-${process.pid}`);
  const values: number[] = [];
  for (const batch of batches) {
    const started = performance.now();
    await store.bulkWrite(batch as readonly RevisionBody[]);
    values.push(performance.now() - started);
  }
  await store.destroy();
  return values;
}

async function rawRead(context: Context, workshopId: string, limit: number): Promise<Read> {
  const store = await context.workshopStore(workshopId);
  const started = performance.now();
  let [since, rows, pending] = ['0', 0, 1];
  while (pending > 0) {
    const page = await store.changes({ since, limit, includeDocs: true });
    // As it would leave: the peer of an answer over HTTP is not a list of objects.
    JSON.stringify(page.rows);
    rows += page.rows.length;
    [since, pending] = [page.lastSeq, page.pending];
  }
  return { ms: performance.now() - started, rows };
}

async function clear(context: Context): Promise<void> {
  for (const name of await context.stores.list()) await (await context.stores.open(name)).destroy();
}

function carryOut(context: Context, order: Order): Promise<unknown> | Usage {
  switch (order.kind) {
    case 'usage':
      return usage();
    case 'fill':
      return fill(context, order);
    case 'raw-write':
      return rawWrite(context, order.documents);
    case 'raw-read':
      return rawRead(context, order.workshopId, order.page);
    case 'clear':
      return clear(context);
  }
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'revops-bench-'));
  const config = {
    ...parseConfig({ ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'error' }),
    port: 0,
    dataDir,
  };
  const context = await createContext({ ...config, limits: wideLimits });
  const gateway = createSyncGateway({ ...context, longpollMs: config.longpollMs });
  const app = createApp(context, { syncRouter: gateway.router, workshops: gateway.workshops });
  const running = await serve(context, app, () => gateway.close());
  process.on('message', ({ id, order }: { id: number; order: Order }) => {
    Promise.resolve(carryOut(context, order)).then(
      (value) => tell({ kind: 'answer', id, value }),
      (error: unknown) => tell({ kind: 'failed', id, reason: String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  tell({ kind: 'ready', url: running.address.replace('localhost', '127.0.0.1') });
}

await main();
