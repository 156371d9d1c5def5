import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Act, ActKind, AnyDocument, Random } from '@revops/domain';
import { tryAct } from '@revops/domain/testing';
import {
  openDeviceDatabase,
  saveAct,
  type BuildAct,
  type DeviceDatabase,
  type TrayRecord,
} from '@revops/pwa/data';
import { reading } from '@revops/pwa/data/database/open.ts';
import { createEngine, type EngineEnv } from '@revops/pwa/engine';
import { engineSession, type SignedIn } from './accounts.ts';
import { FaultyTransport } from './faulty-transport.ts';
import { Replicas } from './replicas.ts';
import { forgedAct } from './forged-act.ts';
import type { Keys, People } from './people.ts';
import { about, missingFiles, takePicture } from './photos.ts';
import type { WorkshopServer } from './workshop-server.ts';

export interface PhoneOptions {
  readonly signedIn: SignedIn;
  readonly server: WorkshopServer;
  readonly people: People;
  readonly random: Random;
  readonly worldNow: () => number;
  readonly passTime: (ms: number) => void;
  readonly trace: (line: string) => void;
  readonly colleagues: readonly string[];
  readonly diskName: string;
}

/** What the phone's disk holds. */
export interface Disk {
  readonly journal: readonly { readonly id: string; readonly body: AnyDocument }[];
  readonly tray: readonly TrayRecord[];
  readonly documents: readonly AnyDocument[];
  /** Rows that are marks of lost documents. */
  readonly marks: readonly string[];
  readonly rollups: readonly { readonly key: string; readonly amount: number; readonly count: number }[];
}

const never = (): Promise<never> => new Promise(() => undefined);

/** A phone: its disk outlives the app, and the app can be killed between any two steps of the engine. */
export class Phone {
  readonly label: string;
  readonly transport: FaultyTransport;
  /** Everything that a person was ever told is saved. */
  readonly saved: AnyDocument[] = [];
  readonly #options: PhoneOptions;
  readonly #factory = new IDBFactory();
  readonly #replicas: Replicas;
  readonly #session;
  readonly #timers = new Map<number, { readonly run: () => void; readonly ms: number }>();
  #timerCount = 0;
  #life = 0;
  #db!: DeviceDatabase;
  /** How wrong the phone's own clock is. */
  skewMs = 0;

  private constructor(options: PhoneOptions) {
    this.#options = options;
    this.label = options.signedIn.label;
    this.#replicas = new Replicas(options.diskName);
    this.#session = engineSession(options.server, options.signedIn, options.worldNow);
    this.transport = new FaultyTransport({
      ...options,
      keysNow: () => this.keys,
      passTimeLimits: () => this.#passTimeLimits(),
    });
  }

  static async open(options: PhoneOptions): Promise<Phone> {
    const phone = new Phone(options);
    await phone.start();
    return phone;
  }

  get user() {
    return this.#options.signedIn.session.user;
  }

  /** What the person may read now; undefined for one who was removed. */
  get keys(): Keys | undefined {
    return this.#options.people.keysOf(this.user.id);
  }

  get replicas() {
    return this.#replicas.list();
  }

  accessToken(): Promise<string> {
    return this.#session.accessToken();
  }

  get deviceId(): string {
    return this.#options.signedIn.deviceId;
  }

  get #workshopId(): string {
    return this.#options.signedIn.session.workshop.id;
  }

  async start(): Promise<void> {
    this.#db = await openDeviceDatabase(`revops-${this.#options.diskName}`, { indexedDB: this.#factory });
  }

  /** The app is gone at once; only what was written stays. */
  async kill(): Promise<void> {
    this.#life += 1;
    this.#timers.clear();
    this.#db.topics.close();
    // What had been handed to the disk before the kill may still be written, as on a real phone.
    await new Promise((resolve) => setTimeout(resolve, 3));
    await this.start();
  }

  /** Somebody tries something; true if the phone said that it is saved. */
  async act(kind: ActKind | 'forge'): Promise<boolean> {
    const { random, signedIn, colleagues, trace } = this.#options;
    const { user, device } = signedIn.session;
    if (device === undefined || (user.role !== 'owner' && user.role !== 'manager'))
      throw new Error('no writer');
    const env = {
      userId: user.id,
      role: user.role,
      deviceId: device.id,
      deviceCode: device.code,
      now: this.#now,
      offset: () => 330,
      random: random.bytes,
    };
    const ids = (await this.disk()).documents.map((document) => document._id);
    const file = kind === 'add_photo' ? await takePicture(random) : undefined;
    let act: Act | undefined;
    const build: BuildAct = async (context, reader) => {
      const seen = await Promise.all(ids.map((id) => reader.get<AnyDocument>(id)));
      const documents = seen.filter((document) => document !== undefined);
      const tried =
        kind === 'forge'
          ? forgedAct(context, documents)
          : tryAct({ random, context, documents, colleagues }, kind);
      const result = file === undefined ? tried : about(tried, file);
      act = result.ok ? result.value : undefined;
      return result;
    };
    const result = await saveAct(this.#db, env, build, file === undefined ? [] : [file]);
    if (!result.ok || act === undefined) return false;
    this.saved.push(...act.documents);
    trace(`  ${this.label} saves ${kind}: ${act.documents.map((document) => document._id).join(' ')}`);
    return true;
  }

  /**
   * Sends and pulls once. With `killAfter` the app dies at that step; `between` runs at steps, as a person who goes on
   * working meanwhile.
   */
  async sync(killAfter = Number.POSITIVE_INFINITY, between?: () => Promise<unknown>): Promise<void> {
    const life = this.#life;
    let steps = 0;
    let die: () => void = () => undefined;
    let wiped = false;
    const death = new Promise<'killed'>((resolve) => (die = () => resolve('killed')));
    const isDead = (): boolean => life !== this.#life || steps > killAfter;
    const env = this.#engineEnv(isDead, async (name) => {
      steps += 1;
      wiped ||= name === 'removal:wiped';
      if (steps === killAfter + 1) {
        this.#options.trace(`    ${this.label} is killed at ${name}`);
        die();
      }
      if (isDead()) return never();
      await between?.();
    });
    const outcome = await Promise.race([
      createEngine(env)
        .syncOnce()
        .then(() => 'synced', String),
      death,
    ]);
    this.#options.trace(`  ${this.label} ${outcome}`);
    if (wiped) this.#options.trace(`  ${this.label} has deleted everything`);
    if (outcome === 'killed') await this.kill();
  }

  #engineEnv(isDead: () => boolean, step: NonNullable<EngineEnv['step']>): EngineEnv {
    const { signedIn, random } = this.#options;
    return {
      fetch: (url, init) => (isDead() ? never() : this.transport.fetch(url, init)),
      baseUrl: 'http://server.invalid',
      workshopId: this.#workshopId,
      userId: signedIn.session.user.id,
      db: this.#db,
      openReplica: this.#replicas.open,
      closeReplica: () => Promise.resolve(),
      now: this.#now,
      setTimeout: (run, ms) => {
        const timer = (this.#timerCount += 1);
        this.#timers.set(timer, { run, ms });
        void this.#strikeWhenIdle(timer);
        return timer;
      },
      clearTimeout: (timer) => void this.#timers.delete(timer as number),
      random: random.bytes,
      session: this.#session,
      pollMs: 1000,
      step,
      onError: (error) => this.#options.trace(`  ${this.label} reports ${String(error)}`),
    };
  }

  readonly #now = (): number => this.#options.worldNow() + this.skewMs;

  /** An engine that rests between tries, with nothing on its way, rests for no real time. */
  async #strikeWhenIdle(timer: number): Promise<void> {
    while (this.#timers.has(timer)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (this.transport.inFlight === 0 && this.#timers.has(timer)) this.#passTimeLimits();
    }
  }

  /** Nothing came for as long as the engine waits: its time limits strike. */
  #passTimeLimits(): void {
    const due = [...this.#timers.values()];
    this.#timers.clear();
    this.#options.passTime(Math.max(0, ...due.map((timer) => timer.ms)));
    for (const timer of due) timer.run();
  }

  async disk(): Promise<Disk> {
    return reading(this.#db, async (tx) => {
      const [journal, tray, rows, rollups] = await Promise.all([
        tx.objectStore('journal').getAll(),
        tx.objectStore('tray').getAll(),
        tx.objectStore('rows').getAll(),
        tx.objectStore('rollups').getAll(),
      ]);
      const documents = rows.map((row) => row.doc).filter((document) => document !== undefined);
      const marks = rows.filter((row) => row.removed !== undefined).map(({ id }) => id);
      return { journal, tray, documents, marks, rollups };
    });
  }

  /** Files that should be on the server by now and are not. */
  async missingFiles(): Promise<string[]> {
    return missingFiles(this.#db, async (path) => {
      const authorization = `Bearer ${await this.accessToken()}`;
      return this.#options.server.fetch(`http://server.invalid${path}`, { headers: { authorization } });
    });
  }

  async remove(): Promise<void> {
    this.#db.close();
    await this.#replicas.destroy();
  }
}
