import { expose } from 'comlink';
import PouchDB from 'pouchdb/dist/pouchdb.js';
import { money, openJob, type Role } from '@revops/domain';
import {
  deviceDatabaseName,
  openDeviceDatabase,
  saveAct,
  type DeviceDatabase,
  type SaveEnvironment,
} from '@revops/pwa/data';
import { createEngine, type Engine } from '@revops/pwa/engine';
import { timed } from '../../src/support/timed.ts';

/** Who is signed in on this phone. */
export interface PhoneOwner {
  readonly workshopId: string;
  readonly userId: string;
  readonly role: Extract<Role, 'owner' | 'manager'>;
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly token: string;
}

const now = (): number => performance.timeOrigin + performance.now();
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

interface OpenPhone {
  readonly db: DeviceDatabase;
  readonly engine: Engine;
  readonly environment: SaveEnvironment;
}

let phone: OpenPhone | undefined;
/** When the last answer to what was sent had been read. */
let answeredAt = 0;

function opened(): OpenPhone {
  if (phone === undefined) throw new Error('no phone is open');
  return phone;
}

async function open(owner: PhoneOwner): Promise<void> {
  const { workshopId, userId, deviceId, deviceCode, role, token } = owner;
  const db = await openDeviceDatabase(deviceDatabaseName(workshopId, userId));
  const engine = createEngine({
    fetch: (url, init) => fetch(url, init),
    baseUrl: '',
    workshopId,
    userId,
    db,
    openReplica: (name) => new PouchDB(name, { adapter: 'idb', auto_compaction: true }),
    now: Date.now,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
    random,
    session: { accessToken: () => Promise.resolve(token), refresh: () => Promise.resolve(token) },
    pollMs: 50_000,
    step: (name) => {
      if (name === 'send:answered') answeredAt = performance.now();
    },
  });
  const environment = { userId, role, deviceId, deviceCode, now: Date.now, offset: () => 330, random };
  phone = { db, engine, environment };
}

/** One new car with an advance. @returns the job's id. */
async function save(): Promise<string> {
  const { db, environment } = opened();
  const saved = await saveAct(db, environment, (context) =>
    openJob(context, {
      plate: `MH12ZZ${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`,
      customerName: 'Bench Customer',
      carModel: 'Honda City',
      advance: { amount: money(100_000), method: 'cash' },
    }),
  );
  if (!saved.ok) throw new Error(saved.reason.code);
  return saved.value.ids[0] ?? '';
}

/** @returns when a row came that was not there before, by the clock that all pages share. */
async function nextJob(): Promise<number> {
  const { db } = opened();
  const count = (): Promise<number> => db.connection().count('rows');
  const before = await count();
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      if ((await count()) === before) return;
      stop();
      resolve(now());
    };
    const stop = db.topics.listen(() => void look().catch(reject));
  });
}

const ours = {
  open,
  /** Pulls everything and makes it rows. */
  pull: () => timed(() => opened().engine.syncOnce()),
  rows: () => opened().db.connection().count('rows'),
  async saveMany(documents: number) {
    while ((await opened().db.connection().count('journal')) < documents) await save();
    return opened().db.connection().count('journal');
  },
  /**
   * `acknowledged`: the server's answer for the last document is here, which is where the peer's `send` ends too.
   * `settled`: the journal is empty as well. That the own documents are then pulled as known is not sending.
   */
  async send() {
    const { db, engine } = opened();
    const started = performance.now();
    const rest = engine.syncOnce();
    await new Promise<void>((resolve, reject) => {
      const look = async (): Promise<void> => {
        if ((await db.connection().count('journal')) > 0) return;
        stop();
        resolve();
      };
      const stop = db.topics.listen(() => void look().catch(reject));
      rest.catch(reject);
    });
    const settled = performance.now() - started;
    await rest;
    return { acknowledged: answeredAt - started, settled };
  },
  start: () => opened().engine.start(),
  stop: () => opened().engine.stop(),
  nextJob,
  async saveNow() {
    const at = now();
    await save();
    return at;
  },
};

let plain: PouchDB.Database | undefined;
const replica = (): PouchDB.Database => (plain ??= new PouchDB('bench-plain', { adapter: 'idb' }));
let counter = 0;
/** As large as a job. */
const sample = () => ({
  _id: `job:${Date.now()}-${(counter += 1)}-${Math.random()}`,
  text: 'x'.repeat(900),
});

/** PouchDB against CouchDB itself with default settings, as its documentation shows it. */
const theirs = {
  pull: (url: string) => timed(async () => replica().replicate.from(url)),
  rows: async () => (await replica().info()).doc_count,
  async saveMany(documents: number) {
    await replica().bulkDocs(Array.from({ length: documents }, sample));
  },
  send: (url: string) => timed(async () => replica().replicate.to(url)),
  startLive(url: string) {
    void replica().sync(url, { live: true, retry: true });
  },
  nextDocument: (): Promise<number> =>
    new Promise((resolve) => {
      const feed = replica().changes({ since: 'now', live: true });
      void feed.on('change', () => {
        feed.cancel();
        resolve(now());
      });
    }),
  async saveNow() {
    const at = now();
    await replica().put(sample());
    return at;
  },
};

const worker = { ours, theirs };
export type SyncWorker = typeof worker;
expose(worker);
