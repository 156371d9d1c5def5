import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';
import type { AnyDocument } from '@revops/domain';
import { openJob, type OpenJobInput } from '@revops/domain';
import {
  openDeviceDatabase,
  saveAct,
  type BuildAct,
  type DeviceDatabase,
  type NewFile,
  type Row,
  type TrayRecord,
} from '@revops/pwa/data';
import {
  createEngine,
  SignedOutError,
  type Engine,
  type EngineEnv,
  type Replica,
  type StepName,
} from '@revops/pwa/engine';
import { refreshed, type RestartableServer, type SignedIn } from './restartable-server.ts';

PouchDB.plugin(memory);

type Fetch = EngineEnv['fetch'];

export interface Phone {
  readonly db: DeviceDatabase;
  readonly engine: Engine;
  readonly errors: unknown[];
  readonly steps: StepName[];
  /** Stands between the engine and the server; tests replace it to break things. */
  network: (send: Fetch, url: string, init: RequestInit) => Promise<Response>;
  onStep: (name: StepName) => void | Promise<void>;
  token: string;
  /** What a refresh answers; undefined means that the session has ended. */
  refresh: () => Promise<string | undefined>;
  save(build: BuildAct, files?: readonly NewFile[]): Promise<readonly string[]>;
  openJob(input?: Partial<OpenJobInput>): Promise<string>;
  rows(): Promise<Row[]>;
  document(id: string): Promise<AnyDocument | undefined>;
  waiting(): Promise<number>;
  tray(): Promise<TrayRecord[]>;
  replicas(): Replica[];
  /** The engine has stopped by itself: another tab has taken over. */
  isEnded(): boolean;
  /** The process is gone between two steps: nothing of it moves any more. The disk stays. */
  kill(): void;
  /** The app is started again on the same disk. */
  reopen(): Promise<Phone>;
}

export interface Disk {
  readonly factory: IDBFactory;
  readonly replicas: Map<string, Replica>;
  readonly name: string;
}

interface PhoneOptions {
  readonly disk?: Disk;
  readonly pollMs?: number;
  readonly longestMs?: number;
  /** Another kind of replica than one in memory. */
  readonly openReplica?: (name: string) => Replica;
  /** Stands before the replica in memory; opened anew it is the plain one again. */
  readonly wrapReplica?: (replica: Replica) => Replica;
  readonly now?: () => number;
  /** The number under which this tab's engine works. */
  readonly fence?: number;
  /** Told when a removed person's phone has deleted everything. */
  readonly onWiped?: () => Promise<void>;
}

let disks = 0;

export function newDisk(): Disk {
  disks += 1;
  return { factory: new IDBFactory(), replicas: new Map(), name: `disk${disks}-${crypto.randomUUID()}` };
}

const never = (): Promise<never> => new Promise(() => undefined);
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

function openReplica(disk: Disk, name: string): Replica {
  const known = disk.replicas.get(name);
  if (known !== undefined) return known;
  const options = { adapter: 'memory', auto_compaction: true };
  const replica: Replica = new PouchDB<Record<string, unknown>>(`${disk.name}/${name}`, options);
  replica.once('destroyed', () => disk.replicas.delete(name));
  disk.replicas.set(name, replica);
  return replica;
}

export async function newPhone(
  server: RestartableServer,
  signedIn: SignedIn,
  options: PhoneOptions = {},
): Promise<Phone> {
  const disk = options.disk ?? newDisk();
  const { user, workshop, device } = signedIn;
  const db = await openDeviceDatabase(`revops-${workshop.id}-${user.id}`, { indexedDB: disk.factory });
  let isDead = false;
  let isEnded = false;
  let { refreshToken } = signedIn;
  const send: Fetch = (url, init) => server.fetch(url, init);
  const session = {
    accessToken: () => Promise.resolve(phone.token),
    async refresh() {
      const token = await phone.refresh();
      if (token === undefined) throw new SignedOutError('ended');
      return (phone.token = token);
    },
  };
  const engine = createEngine({
    fetch: (url, init) => (isDead ? never() : phone.network(send, url, init)),
    baseUrl: '',
    workshopId: workshop.id,
    userId: user.id,
    db,
    openReplica:
      options.openReplica ??
      ((name) => {
        const replica = openReplica(disk, name);
        return options.wrapReplica?.(Object.create(replica) as Replica) ?? replica;
      }),
    closeReplica: () => Promise.resolve(),
    now: options.now ?? Date.now,
    setTimeout: (run, ms) => setTimeout(run, Math.min(ms, options.longestMs ?? ms)),
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    random,
    session,
    pollMs: options.pollMs ?? 2000,
    async step(name) {
      if (isDead) return never();
      phone.steps.push(name);
      await phone.onStep(name);
      if (isDead) await never();
    },
    onError: (error) => phone.errors.push(error),
    onFenced: () => (isEnded = true),
    ...(options.fence !== undefined && { fence: options.fence }),
    ...(options.onWiped !== undefined && { onWiped: options.onWiped }),
  });
  const phone: Phone = {
    db,
    engine,
    errors: [],
    steps: [],
    token: signedIn.accessToken,
    network: (through, url, init) => through(url, init),
    onStep: () => undefined,
    async refresh() {
      const next = await refreshed(server, refreshToken);
      if (next !== undefined) refreshToken = next.refreshToken;
      return next?.accessToken;
    },
    async save(build, files) {
      const { id: deviceId, code: deviceCode } = device;
      const role = user.role === 'owner' ? 'owner' : 'manager';
      const env = {
        userId: user.id,
        role,
        deviceId,
        deviceCode,
        now: Date.now,
        offset: () => 330,
        random,
      } as const;
      const saved = await saveAct(db, env, build, files);
      if (!saved.ok) throw new Error(`not saved: ${saved.reason.code} ${saved.reason.field ?? ''}`);
      return saved.value.ids;
    },
    async openJob(input = {}) {
      const ids = await phone.save((context) =>
        openJob(context, { plate: 'MH12AB1234', customerName: 'Raj Kumar', ...input }),
      );
      return ids[0] ?? '';
    },
    rows: () => db.connection().getAll('rows'),
    document: async (id) => (await db.connection().get('rows', id))?.doc,
    waiting: () => db.connection().count('journal'),
    tray: () => db.connection().getAll('tray'),
    replicas: () => [...disk.replicas.values()],
    isEnded: () => isEnded,
    kill() {
      isDead = true;
    },
    reopen() {
      isDead = true;
      return newPhone(server, { ...signedIn, accessToken: phone.token, refreshToken }, { ...options, disk });
    },
  };
  return phone;
}

/** Asks until the answer is yes. */
export async function until(
  question: () => Promise<boolean> | boolean,
  what: string,
  ms = 25_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await question())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
