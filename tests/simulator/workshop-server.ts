import { createServer, type Server } from 'node:http';
import type { AnyDocument } from '@revops/domain';
import { createApp, createContext, createSyncGateway, type Context } from '@revops/sync-server';
import { Archives } from './owner/archive-files.ts';
import { inProcessFetch } from './in-process-fetch.ts';
import { ServerDisk } from './server-disk.ts';

interface Process {
  readonly context: Context;
  readonly http: Server;
  /** Ends like `kill -9`. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Both stores end like a killed process when a test asks for it. */
interface Killable {
  kill(): Promise<void>;
}

async function startProcess({ config }: ServerDisk, now: () => number): Promise<Process> {
  const context = await createContext(config, { now });
  // A busy machine that runs tests is not an overloaded server.
  const liveLimits = { lagMs: Number.POSITIVE_INFINITY };
  const gateway = createSyncGateway({ ...context, longpollMs: 1000, liveLimits });
  const http = createServer(createApp(context, { syncRouter: gateway.router, workshops: gateway.workshops }));
  return {
    context,
    http,
    async kill() {
      await (context.stores as unknown as Killable).kill();
      // What of it still ran in memory ends as well; it has no store any more.
      await gateway.close().catch(() => undefined);
    },
    async close() {
      await gateway.close();
      await context.close();
    },
  };
}

/** The real server on a disk of its own; it can be killed, started again and put back to an earlier state. */
export class WorkshopServer {
  readonly disk: ServerDisk;
  readonly #now: () => number;
  #process: Process | undefined;
  #copy: ServerDisk | undefined;
  readonly #archives: Archives;
  #life = new AbortController();
  /** The death of the last process: its folder is free only after it. */
  #ending: Promise<void> = Promise.resolve();

  private constructor(disk: ServerDisk, now: () => number) {
    this.disk = disk;
    this.#archives = new Archives(disk);
    this.#now = now;
  }

  static async open(now: () => number, template?: ServerDisk): Promise<WorkshopServer> {
    const server = new WorkshopServer(await ServerDisk.make(template), now);
    await server.start();
    return server;
  }

  get isUp(): boolean {
    return this.#process !== undefined;
  }

  async start(): Promise<void> {
    await this.#ending;
    this.#process ??= await startProcess(this.disk, this.#now);
  }

  /** Ends like `kill -9`: what was not acknowledged by then never is, and no answer on its way arrives. */
  async kill(): Promise<void> {
    const killed = this.#process;
    this.#process = undefined;
    this.#cut();
    if (killed !== undefined) this.#ending = killed.kill();
    await this.#ending;
  }

  /** Whoever waits for an answer learns that none will come. */
  #cut(): void {
    this.#life.abort();
    this.#life = new AbortController();
  }

  async close(): Promise<void> {
    const closing = this.#process;
    this.#process = undefined;
    this.#cut();
    await this.#ending;
    await closing?.close();
  }

  /** Copies what the disk holds while the server stands still, as somebody does by hand. */
  async backUp(): Promise<void> {
    await this.close();
    this.#copy ??= await ServerDisk.make();
    await this.#copy.become(this.disk);
    await this.start();
  }

  /** Puts the copied files in the place of the present ones; nobody tells the server. */
  async restoreFiles(): Promise<void> {
    if (this.#copy === undefined) throw new Error('nothing was copied');
    await this.close();
    await this.disk.become(this.#copy);
    await this.start();
  }

  /** As `npm run backup` does while the server runs. @returns where the archive lies. */
  takeArchive(): Promise<string> {
    return this.#archives.take(this.#context, this.#now);
  }

  /** As `npm run restore` does while the server stands still: in the place of what is there, or on another machine. */
  async restoreArchive(path: string, onto: 'replaced' | 'empty'): Promise<void> {
    await this.close();
    if (onto === 'empty') await this.disk.clear();
    await this.#archives.restore(path, { onto, now: this.#now });
    await this.start();
  }

  async remove(): Promise<void> {
    await this.close();
    await this.#archives.remove();
    await this.disk.remove();
    await this.#copy?.remove();
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const life = this.#life.signal;
    if (this.#process === undefined) throw new TypeError('connection refused');
    // A handler that waits for a store which is gone would never answer; a process that ends closes its sockets.
    const signal = init.signal == null ? life : AbortSignal.any([init.signal, life]);
    const asked = inProcessFetch(this.#process.http, url, { ...init, signal });
    const answer = await asked.catch((error: unknown) => {
      throw life.aborted ? new TypeError('connection reset') : error;
    });
    if (life.aborted) throw new TypeError('connection reset');
    // Node writes the real time; everybody here lives by the simulated clock.
    answer.headers.set('date', new Date(this.#now()).toUTCString());
    return answer;
  }

  get #context(): Context {
    if (this.#process === undefined) throw new Error('the server is down');
    return this.#process.context;
  }

  /** Another role, as an owner will give it; the person's phone does not know of it. */
  async setRole(workshopId: string, userId: string, role: 'owner' | 'manager'): Promise<void> {
    const context = this.#context;
    const account = await context.accounts.byUserId(userId);
    if (account === undefined) throw new Error(`${userId} has no account`);
    await context.accounts.update(account.email, (current) => ({ ...current, role }));
    context.rights.forget(userId);
    const documents = await context.documentsOf(workshopId);
    await documents.change(`member:${userId}`, { role });
  }

  /** Until the sweeper has looked at everything: it repeats what a kill cut short, in its own time. */
  async swept(workshopId: string): Promise<void> {
    const store = await this.#context.workshopStore(workshopId);
    for (;;) {
      const [place, info] = await Promise.all([store.getLocal('sweeper'), store.info()]);
      if (place?.['since'] === info.updateSeq) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What was refused or handed over, as it came. */
  async quarantined(workshopId: string): Promise<AnyDocument[]> {
    const all = await this.#list(workshopId, 'quarantine:');
    return all.map((document) => document['body'] as AnyDocument);
  }

  /** What phones offered to bring back, as it came. */
  async offered(workshopId: string): Promise<AnyDocument[]> {
    const all = await this.#list(workshopId, 'offerBody:');
    return all.flatMap((document) => document['documents'] as AnyDocument[]);
  }

  /** What the log says that was erased. */
  async erasedIds(workshopId: string): Promise<readonly string[]> {
    const log = await this.#context.stores.open('revops-erasures');
    const prefix = `erasure:${workshopId}:`;
    const found = await log.allDocs({ startId: prefix, endId: `${prefix}\uffff` });
    return found.flatMap((erasure) => (erasure['items'] as { id: string }[]).map(({ id }) => id));
  }

  /** What an owner is told of without anything having been refused. */
  async flags(workshopId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return this.#list(workshopId, 'flag:');
  }

  /** Every document that travels on `/sync`, as stored. */
  async documents(workshopId: string): Promise<AnyDocument[]> {
    const all = await this.#list(workshopId, '');
    return all
      .filter((document) => Array.isArray(document['access']))
      .map(({ _rev, ...body }) => body as unknown as AnyDocument);
  }

  async #list(workshopId: string, prefix: string) {
    const store = await this.#context.workshopStore(workshopId);
    return store.allDocs({ startId: prefix, endId: `${prefix}\uffff` });
  }
}
