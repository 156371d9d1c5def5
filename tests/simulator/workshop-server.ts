import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyDocument } from '@revops/domain';
import {
  createApp,
  createContext,
  createSyncGateway,
  openEmbeddedStore,
  parseConfig,
  wideLimits,
  type Context,
} from '@revops/sync-server';
import { inProcessFetch } from './in-process-fetch.ts';

interface Process {
  readonly context: Context;
  readonly http: Server;
  readonly kill: () => Promise<void>;
}

async function startProcess(dataDir: string, now: () => number): Promise<Process> {
  const base = parseConfig({ LOG_LEVEL: process.env['SIMULATOR_LOG_LEVEL'] ?? 'silent' });
  const config = { ...base, dataDir, limits: wideLimits };
  const stores = await openEmbeddedStore({ folder: dataDir });
  const context = await createContext(config, { stores, now });
  const gateway = createSyncGateway({ ...context, longpollMs: 1000 });
  const http = createServer(createApp(context, { syncRouter: gateway.router, workshops: gateway.workshops }));
  return { context, http, kill: () => stores.kill() };
}

/** The real server on the embedded store in a folder of its own; it can be killed and started again. */
export class WorkshopServer {
  readonly #dataDir: string;
  readonly #now: () => number;
  #process: Process | undefined;
  #life = 0;
  /** The death of the last process: its folder is free only after it. */
  #ending: Promise<void> = Promise.resolve();

  private constructor(dataDir: string, now: () => number) {
    this.#dataDir = dataDir;
    this.#now = now;
  }

  /** @param template a folder in which accounts were already made; hashing passwords for every seed is slow. */
  static async open(now: () => number, template?: string): Promise<WorkshopServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'revops-simulator-'));
    if (template !== undefined) await cp(template, dataDir, { recursive: true });
    const server = new WorkshopServer(dataDir, now);
    await server.start();
    return server;
  }

  get dataDir(): string {
    return this.#dataDir;
  }

  get isUp(): boolean {
    return this.#process !== undefined;
  }

  async start(): Promise<void> {
    await this.#ending;
    this.#process ??= await startProcess(this.#dataDir, this.#now);
  }

  /** Ends like `kill -9`: what was not acknowledged by then never is, and no answer on its way arrives. */
  async kill(): Promise<void> {
    const killed = this.#process;
    this.#process = undefined;
    this.#life += 1;
    if (killed !== undefined) this.#ending = killed.kill();
    await this.#ending;
  }

  async close(): Promise<void> {
    const closing = this.#process;
    this.#process = undefined;
    await closing?.context.close();
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(this.#dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const life = this.#life;
    if (this.#process === undefined) throw new TypeError('connection refused');
    const answer = await inProcessFetch(this.#process.http, url, init);
    if (life !== this.#life) throw new TypeError('connection reset');
    // Node writes the real time; everybody here lives by the simulated clock.
    answer.headers.set('date', new Date(this.#now()).toUTCString());
    return answer;
  }

  /** Another role, as an owner will give it; the person's phone does not know of it. */
  async setRole(workshopId: string, userId: string, role: 'owner' | 'manager'): Promise<void> {
    if (this.#process === undefined) throw new Error('the server is down');
    const { context } = this.#process;
    const account = await context.accounts.byUserId(userId);
    if (account === undefined) throw new Error(`${userId} has no account`);
    await context.accounts.update(account.email, (current) => ({ ...current, role }));
    context.rights.forget(userId);
    const documents = await context.documentsOf(workshopId);
    await documents.change(`member:${userId}`, { role });
  }

  /** Until the sweeper has looked at everything: it repeats what a kill cut short, in its own time. */
  async swept(workshopId: string): Promise<void> {
    if (this.#process === undefined) throw new Error('the server is down');
    const store = await this.#process.context.workshopStore(workshopId);
    for (;;) {
      const [place, info] = await Promise.all([store.getLocal('sweeper'), store.info()]);
      if (place?.['since'] === info.updateSeq) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What was refused or handed over, as it came. */
  async quarantined(workshopId: string): Promise<AnyDocument[]> {
    if (this.#process === undefined) throw new Error('the server is down');
    const store = await this.#process.context.workshopStore(workshopId);
    const all = await store.allDocs({ startId: 'quarantine:', endId: 'quarantine:\uffff' });
    return all.map((document) => document['body'] as AnyDocument);
  }

  /** Every document that travels on `/sync`, as stored. */
  async documents(workshopId: string): Promise<AnyDocument[]> {
    if (this.#process === undefined) throw new Error('the server is down');
    const store = await this.#process.context.workshopStore(workshopId);
    const all = await store.allDocs({ startId: '', endId: '\uffff' });
    return all
      .filter((document) => Array.isArray(document['access']))
      .map(({ _rev, ...body }) => body as unknown as AnyDocument);
  }
}
