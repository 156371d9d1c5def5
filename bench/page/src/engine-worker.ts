import {
  applyPulled,
  forgetServerCopies,
  openDeviceDatabase,
  rebuildIfNeeded,
  writeMeta,
  type DeviceDatabase,
} from '@revops/pwa/data';
import { writing } from '@revops/pwa/data/database/open.ts';
import { fold } from '@revops/pwa/data/fold/fold.ts';
import { bareCopy } from './bare-puts.ts';
import { inBatches, seenInLists, serverCopies } from './workshop.ts';

/** What the page asks of the worker that stands where the engine's does. */
export type Task =
  | { readonly kind: 'load'; readonly name: string; readonly jobs: number }
  /** For measuring reads: only what lists, search and totals look at, in transactions larger than a phone may use. */
  | { readonly kind: 'fill'; readonly name: string; readonly jobs: number }
  /** As after an update of the app, or as after the owner chose another time zone. */
  | { readonly kind: 'rebuild'; readonly name: string; readonly timeZone?: string }
  /** The peer: what is in `rows`, put into an empty store of the same indexes, nothing read or folded. */
  | { readonly kind: 'bare'; readonly name: string };

const PULLED_AT_ONCE = 500;
const FILLED_AT_ONCE = 1000;

async function load(db: DeviceDatabase, jobs: number): Promise<void> {
  await forgetServerCopies(db);
  for (const batch of inBatches(serverCopies(jobs), PULLED_AT_ONCE)) await applyPulled(db, batch);
}

async function fill(db: DeviceDatabase, jobs: number): Promise<void> {
  for (const batch of inBatches(serverCopies(jobs, seenInLists), FILLED_AT_ONCE))
    await writing(db, 'relaxed', (tx) =>
      fold(
        tx,
        batch.map(({ id, rev, body }) => ({ id, server: { rev, doc: body } })),
      ),
    );
}

async function rebuild(db: DeviceDatabase, timeZone: string | undefined): Promise<void> {
  if (timeZone === undefined) {
    // Another version than any that exists: the next look finds that every row has to be folded again.
    await writeMeta(db, 'projection', -1);
  } else {
    const held = (await db.connection().get('rows', 'workshop:self'))?.doc;
    if (held === undefined) throw new Error('no workshop to change');
    await applyPulled(db, [{ id: held._id, rev: `2-${'0'.repeat(32)}`, body: { ...held, timeZone } }]);
  }
  await rebuildIfNeeded(db);
}

/** @returns how long the measured part took. */
async function run(task: Task): Promise<number> {
  const db = await openDeviceDatabase(task.name);
  try {
    if (task.kind === 'bare') return await bareCopy(db);
    const started = performance.now();
    if (task.kind === 'rebuild') await rebuild(db, task.timeZone);
    else if (task.kind === 'load') await load(db, task.jobs);
    else await fill(db, task.jobs);
    return performance.now() - started;
  } finally {
    db.close();
  }
}

addEventListener('message', (event: MessageEvent<Task>) => {
  run(event.data).then(
    (elapsedMs) => postMessage({ elapsedMs }),
    (error: unknown) => postMessage({ failed: String(error) }),
  );
});
