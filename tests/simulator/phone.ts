import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Act, ActKind, AnyDocument } from '@revops/domain';
import { tryAct } from '@revops/domain/testing';
import {
  openDeviceDatabase,
  readMeta,
  saveAct,
  takeFence,
  type BuildAct,
  type DeviceDatabase,
} from '@revops/pwa/data';
import type { Replica } from '@revops/pwa/engine';
import { BASE, type SignedIn } from './accounts.ts';
import type { Counts } from './counts.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { FaultyTransport } from './faulty-transport.ts';
import { forgedAct } from './forged-act.ts';
import type { Luck } from './luck.ts';
import type { Keys, People } from './people.ts';
import { copyDisk, readDisk, type Disk } from './phone-disk.ts';
import { PhoneSession } from './phone-session.ts';
import { about, missingFiles, takePicture } from './photos.ts';
import { Replicas } from './replicas.ts';
import { SimulatedTimers } from './simulated-timers.ts';
import { Tab, type TabParts } from './tab.ts';
import type { WorkshopServer } from './workshop-server.ts';

export interface PhoneOptions {
  readonly label: string;
  readonly signedIn: SignedIn;
  readonly server: WorkshopServer;
  readonly people: People;
  readonly luck: Luck;
  readonly counts: Counts;
  readonly worldNow: () => number;
  readonly passTime: (ms: number) => void;
  readonly trace: (line: string) => void;
  readonly colleagues: readonly string[];
  readonly diskName: string;
}

type TabOptions = Pick<TabParts, 'death' | 'between'>;

/** A phone: its disk outlives the app, and the app can be killed between any two steps of the engine. */
export class Phone {
  readonly label: string;
  readonly transport: FaultyTransport;
  readonly session: PhoneSession;
  readonly faults: FaultyDisk;
  readonly options: PhoneOptions;
  /** Everything that a person was ever told is saved. */
  readonly saved: AnyDocument[] = [];
  readonly #factory = new IDBFactory();
  readonly #replicas: Replicas;
  readonly #timers: SimulatedTimers;
  #tabs: Tab[] = [];
  #db!: DeviceDatabase;
  /** How wrong the phone's own clock is. */
  skewMs = 0;

  private constructor(options: PhoneOptions) {
    const { counts, label, luck: random } = options;
    this.options = options;
    this.label = label;
    this.faults = new FaultyDisk((fault) => {
      counts.add(fault);
      options.trace(`    ${label}: ${fault}`);
    });
    this.#replicas = new Replicas(options.diskName);
    this.#timers = new SimulatedTimers(() => this.transport.inFlight > 0, options.passTime);
    this.transport = new FaultyTransport({
      ...options,
      random,
      onFault: (fault) => counts.add(fault),
      keysNow: () => this.keys,
      passTimeLimits: () => this.#timers.strike(),
    });
    this.session = new PhoneSession({ ...options, fetch: this.transport.fetch, now: this.now });
  }

  static async open(options: PhoneOptions): Promise<Phone> {
    const phone = new Phone(options);
    await phone.#start();
    return phone;
  }

  /** Another phone that was made from a copy of this one's storage: the same device twice. */
  async clone(label: string, diskName: string): Promise<Phone> {
    const other = await Phone.open({ ...this.options, label, diskName });
    await copyDisk(this.#db, other.#db);
    other.session.device = this.session.device;
    return other;
  }

  readonly now = (): number => this.options.worldNow() + this.skewMs;

  get db(): DeviceDatabase {
    return this.#db;
  }

  get user() {
    return this.options.signedIn.session.user;
  }

  /** What the person may read now; undefined for one who was removed. */
  get keys(): Keys | undefined {
    return this.options.people.keysOf(this.user.id);
  }

  get replicas() {
    return this.#replicas.list();
  }

  async #start(): Promise<void> {
    const { diskName } = this.options;
    const db = await openDeviceDatabase(`revops-${diskName}`, { indexedDB: this.#factory });
    this.#db = this.faults.over(db);
  }

  /** The app is gone at once; only what was written stays. */
  async kill(): Promise<void> {
    for (const tab of this.#tabs) tab.kill();
    this.#tabs = [];
    this.#timers.forget();
    this.#db.topics.close();
    // What had been handed to the disk before the kill may still be written, as on a real phone.
    await new Promise((resolve) => setTimeout(resolve, 3));
    this.session.forget();
    await this.#start();
  }

  /** Somebody tries something; true if the phone said that it is saved. */
  async act(kind: ActKind | 'forge'): Promise<boolean> {
    const { luck: random, colleagues, trace, counts } = this.options;
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
    const result = await saveAct(this.#db, this.#saveEnv(), build, file === undefined ? [] : [file]);
    if (!result.ok || act === undefined) return false;
    this.saved.push(...act.documents);
    if (kind === 'forge') counts.add('forged_write');
    if (kind === 'reassign_job') counts.add('job_moved');
    trace(`  ${this.label} saves ${kind}: ${act.documents.map((document) => document._id).join(' ')}`);
    return true;
  }

  #saveEnv() {
    const { id: userId, role } = this.user;
    if (role !== 'owner' && role !== 'manager') throw new Error('no writer');
    const { id: deviceId, code: deviceCode } = this.session.device;
    const random = this.options.luck.bytes;
    return {
      userId,
      role,
      deviceId,
      deviceCode,
      random,
      now: this.now,
      offset: () => 330,
      pause: () => Promise.resolve(),
      freeBytes: () => Promise.resolve(this.faults.isTight ? 0 : undefined),
    };
  }

  /** A tab that takes the engine over from whichever had it; undefined when its disk fails. */
  async openTab({ death, between }: TabOptions = {}): Promise<Tab> {
    const { trace, counts } = this.options;
    let wiped = false;
    const tab = new Tab({
      env: this.#engineEnv(),
      fence: await takeFence(this.#db, this.now),
      death,
      between,
      onDeath: (step) => {
        counts.killedAt(step);
        trace(`    ${this.label} is killed at ${step}`);
      },
      onStep: (step) => {
        if (step === 'removal:wiped' && !wiped) trace(`  ${this.label} has deleted everything`);
        wiped ||= step === 'removal:wiped';
      },
    });
    this.#tabs.push(tab);
    return tab;
  }

  /** Sends and pulls once, and says how it ended. */
  async sync(options: TabOptions = {}): Promise<string> {
    const outcome = await this.openTab(options).then((tab) => tab.sync(), failed);
    await this.transport.settle();
    this.options.trace(`  ${this.label} ${outcome}`);
    if (outcome === 'killed') await this.kill();
    // Its screen says so, and its person signs in again some time.
    if (outcome.endsWith('signed out for good by an owner')) this.session.end();
    return outcome;
  }

  #engineEnv(): TabParts['env'] {
    const { signedIn, luck, trace } = this.options;
    return {
      fetch: this.transport.fetch,
      baseUrl: BASE,
      workshopId: signedIn.session.workshop.id,
      userId: this.user.id,
      db: this.#db,
      openReplica: (name) => this.#openReplica(name),
      closeReplica: () => Promise.resolve(),
      now: this.now,
      setTimeout: this.#timers.set,
      clearTimeout: this.#timers.clear,
      random: luck.bytes,
      session: this.session,
      pollMs: 1000,
      onError: (error) => trace(`  ${this.label} reports ${String(error)}`),
    };
  }

  #openReplica(name: string): Replica {
    return this.#replicas.open(name, () => this.faults.takesReplica());
  }

  disk(): Promise<Disk> {
    return readDisk(this.#db);
  }

  /** What this phone was told that an owner has erased. */
  async erased(): Promise<readonly string[]> {
    return (await readMeta(this.#db, 'erased')) ?? [];
  }

  /** Files that should be on the server by now and are not. */
  async missingFiles(): Promise<string[]> {
    return missingFiles(this.#db, async (path) => {
      const authorization = `Bearer ${await this.session.accessToken()}`;
      return this.options.server.fetch(`${BASE}${path}`, { headers: { authorization } });
    });
  }

  async remove(): Promise<void> {
    for (const tab of this.#tabs) tab.kill();
    this.#timers.forget();
    this.#db.close();
    await this.#replicas.destroy();
  }
}

const failed = (error: unknown): string => {
  if (error instanceof Error && error.name === 'BrokenPromise') throw error;
  return String(error);
};
