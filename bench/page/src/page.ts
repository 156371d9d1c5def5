import { openJob, seededWorkshop, type PaymentMethod, type Money } from '@revops/domain';
import {
  deviceDatabaseName,
  openDeviceDatabase,
  saveAct,
  type DeviceDatabase,
  type SaveEnvironment,
} from '@revops/pwa/data';
import { reading } from '@revops/pwa/data/database/open.ts';
import { dayBook } from '@revops/pwa/data/queries/day-book.ts';
import { jobs, statusCounts } from '@revops/pwa/data/queries/jobs.ts';
import { cachedBuckets } from '@revops/pwa/data/queries/search-cache.ts';
import { searchJobs } from '@revops/pwa/data/queries/search.ts';
import { timed } from '../../src/support/timed.ts';
import type { Task } from './engine-worker.ts';
import { callSyncWorker } from './sync-page.ts';
import { workshopOptions } from './workshop.ts';

const [owner] = seededWorkshop(workshopOptions(1)).people;
const own = {
  userId: owner?.userId ?? '',
  deviceId: owner?.deviceId ?? '',
  deviceCode: 'A1',
  name: owner?.name ?? '',
  role: 'owner',
} as const;
const environment: SaveEnvironment = {
  ...own,
  role: 'owner',
  now: Date.now,
  offset: () => 330,
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

let db: DeviceDatabase | undefined;
async function opened(name: string): Promise<DeviceDatabase> {
  if (db?.name !== name) {
    db?.close();
    db = await openDeviceDatabase(name);
  }
  return db;
}

async function repeated(runs: number, body: (run: number) => Promise<unknown>): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await timed(() => body(run)));
  return values;
}

/** The work of the engine's worker, in a worker. @returns how long it took. */
function inWorker(task: Task): Promise<number> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<{ elapsedMs?: number; failed?: string }>) => {
      worker.terminate();
      if (data.elapsedMs === undefined) reject(new Error(data.failed));
      else resolve(data.elapsedMs);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target
    worker.postMessage(task);
  });
}

/** One Save of a new car with an advance: six documents, durable and listed when it resolves. */
async function saveOne(name: string, run: number): Promise<void> {
  const saved = await saveAct(await opened(name), environment, (context) =>
    openJob(context, {
      plate: `MH12ZZ${String(run % 10_000).padStart(4, '0')}`,
      customerName: 'Bench Customer',
      carModel: 'Honda City',
      advance: { amount: 100_000 as Money, method: 'cash' satisfies PaymentMethod },
    }),
  );
  if (!saved.ok) throw new Error(saved.reason.code);
}

/** Saves while the worker is busy, until it is done. */
async function savesWhile(
  name: string,
  worker: Promise<unknown>,
): Promise<{ values: number[]; taskMs: number }> {
  const values: number[] = [];
  const work = { isDone: false };
  const taskMs = timed(() => worker).finally(() => (work.isDone = true));
  for (let run = 0; !work.isDone; run += 1) {
    values.push(await timed(() => saveOne(name, run)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { values, taskMs: await taskMs };
}

const today = '2026-11-19';

const bench = {
  callSyncWorker,
  inWorker,
  savesDuring: (name: string, task: Task) => savesWhile(name, inWorker(task)),
  /** The engine really pulls, over the network and into its replica. */
  savesDuringPull: (workshopId: string, userId: string) =>
    savesWhile(deviceDatabaseName(workshopId, userId), callSyncWorker('ours', 'pull', [])),
  saves: (name: string, runs: number) => repeated(runs, (run) => saveOne(name, run)),
  firstPage: (name: string, runs: number) =>
    repeated(runs, async () =>
      reading(await opened(name), (tx) => jobs(tx, { status: 'in_progress', desk: 'all', limit: 50 })),
    ),
  /** As the app does it: the lines stay in memory between two keystrokes. */
  async search(name: string, query: string, runs: number) {
    const device = await opened(name);
    await reading(device, cachedBuckets(device));
    return repeated(runs, () => reading(device, (tx) => searchJobs(tx, query, 50, cachedBuckets(device))));
  },
  /** What the first look into the field costs: the lines come from the disk. */
  searchCold: (name: string, query: string, runs: number) =>
    repeated(runs, async () => reading(await opened(name), (tx) => searchJobs(tx, query, 50))),
  dashboard: (name: string, runs: number) =>
    repeated(runs, async () =>
      reading(await opened(name), (tx) => Promise.all([dayBook(tx, today, own), statusCounts(tx, 'all')])),
    ),
  async counts(name: string) {
    const connection = (await opened(name)).connection();
    const of = (type: string) =>
      connection.countFromIndex(
        'rows',
        'lists',
        IDBKeyRange.bound(`${type}|all|all|`, `${type}|all|all|\uffff`),
      );
    return { rows: await connection.count('rows'), jobs: await of('job') };
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, { bench });
