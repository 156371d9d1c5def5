import {
  createHlc,
  instantOf,
  jobNumber,
  uuidv7,
  type ActContext,
  type ActResult,
  type Device,
  type Hlc,
  type Workshop,
} from '@revops/domain';
import { metaIn, putMeta } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { WriteTx } from '../database/schema.ts';
import { foldWith } from '../fold/fold.ts';
import { putInJournal } from '../journal/journal.ts';
import type { SavedAct, SaveResult } from '../views.ts';
import { documentReader, type DocumentReader } from './reader.ts';

/** Who saves, on which device, and what a save needs from outside. */
export interface SaveEnvironment {
  readonly userId: string;
  readonly role: 'owner' | 'manager';
  readonly deviceId: string;
  readonly deviceCode: string;
  /** The device's own clock; the server's correction is added from `meta`. */
  readonly now: () => number;
  /** Minutes east of UTC where the device is. */
  readonly offset: () => number;
  readonly random: (count: number) => Uint8Array;
}

/** Builds the documents of one act; everything it reads comes from the save's own transaction. */
export type BuildAct = (context: ActContext, documents: DocumentReader) => ActResult | Promise<ActResult>;

interface Counters {
  issued: number;
  jobs: number;
}

const unknownWorkshop = {
  shareCustomers: true,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: 'INR',
};

async function contextIn(
  tx: WriteTx,
  env: SaveEnvironment,
  hlc: Hlc,
  nowMs: number,
  counters: Counters,
): Promise<ActContext> {
  const rows = tx.objectStore('rows');
  const [workshop, devices] = await Promise.all([
    rows.get('workshop:self'),
    rows.index('lists').getAll(`personDevice|${env.userId}`),
  ]);
  const others = devices.map((row) =>
    (row.doc as unknown as Device | undefined)?._id.slice('device:'.length),
  );
  return {
    userId: env.userId,
    role: env.role,
    deviceId: env.deviceId,
    deviceIds: [...new Set([env.deviceId, ...others.filter((id) => id !== undefined)])],
    workshop: (workshop?.doc as unknown as Workshop | undefined) ?? unknownWorkshop,
    now: instantOf(nowMs),
    offset: env.offset(),
    stamp: () => hlc.next(),
    newId: () => uuidv7(nowMs, env.random),
    nextN: () => (counters.issued += 1),
    nextJobNumber() {
      const number = jobNumber(env.deviceCode, (counters.jobs += 1));
      if (!number.ok) throw new Error(`no job number left for device ${env.deviceCode}`);
      return number.value;
    },
  };
}

function savedAct(act: Extract<ActResult, { ok: true }>['value']): SavedAct {
  const number = act.documents.find((document) => document.type === 'job')?.['number'];
  const ids = act.documents.map((document) => document._id);
  return act.kind === 'open_job' && typeof number === 'string'
    ? { actId: act.id, ids, jobNumber: number }
    : { actId: act.id, ids };
}

async function saveIn(
  tx: WriteTx,
  env: SaveEnvironment,
  build: BuildAct,
): Promise<{ result: SaveResult; topics: Set<string> }> {
  const [last, clockOffsetMs, issued, jobs] = await Promise.all([
    metaIn(tx, 'hlc'),
    metaIn(tx, 'clockOffsetMs'),
    metaIn(tx, 'issued'),
    metaIn(tx, 'jobCounter'),
  ]);
  const nowMs = env.now() + (clockOffsetMs ?? 0);
  const hlc = createHlc({ deviceId: env.deviceId, now: () => nowMs, last });
  const counters: Counters = { issued: issued ?? 0, jobs: jobs ?? 0 };
  const context = await contextIn(tx, env, hlc, nowMs, counters);
  const act = await build(context, documentReader(tx, hlc));
  if (!act.ok) return { result: act, topics: new Set() };
  const { id, documents } = act.value;
  const written = { act: id, savedAt: context.now, documents, random: env.random };
  const { entries, stored } = await putInJournal(tx, written);
  const changes = entries.map((entry) => ({ id: entry.id, entry }));
  const { topics } = await foldWith(tx, changes, { known: stored });
  // Numbers are used up in the transaction that stores what bears them, so a failed save leaves no gap.
  await Promise.all([
    putMeta(tx, 'issued', counters.issued),
    putMeta(tx, 'jobCounter', counters.jobs),
    putMeta(tx, 'hlc', hlc.last ?? hlc.next()),
  ]);
  return { result: { ok: true, value: savedAct(act.value) }, topics: topics.add('journal') };
}

/**
 * Saves one act: resolved means on the disk. What a person has to put right comes back as a value; a failed disk
 * rejects and nothing is stored.
 */
export async function saveAct(
  db: DeviceDatabase,
  env: SaveEnvironment,
  build: BuildAct,
): Promise<SaveResult> {
  let attempted: SaveResult | undefined;
  const saved = await writing(db, 'strict', async (tx) => {
    // A connection that died at the commit may have stored the first attempt: it must not be stored twice.
    const first = attempted?.ok === true ? attempted.value.ids[0] : undefined;
    if (attempted !== undefined && first !== undefined) {
      const entry = await tx.objectStore('journal').get(first);
      if (entry?.acts.includes(attempted.ok ? attempted.value.actId : '') === true)
        return { result: attempted, topics: new Set(['journal']) };
    }
    const outcome = await saveIn(tx, env, build);
    attempted = outcome.result;
    return outcome;
  });
  db.topics.announce(saved.topics);
  if (saved.result.ok) db.topics.wake();
  return saved.result;
}
