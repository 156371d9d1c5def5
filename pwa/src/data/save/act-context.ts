import {
  createHlc,
  instantOf,
  jobNumber,
  uuidv7,
  zeroMoney,
  type ActContext,
  type Device,
  type Hlc,
  type Workshop,
} from '@revops/domain';
import { LeavingError } from '../account/leave.ts';
import { metaIn, readMetaAhead } from '../database/meta.ts';
import type { Row, WriteTx } from '../database/schema.ts';
import { waitingIds } from '../journal/journal.ts';
import type { SaveEnvironment } from './save-environment.ts';

/** What a save counts up; stored only with what bears the numbers. */
export interface Counters {
  issued: number;
  jobs: number;
}

/** What building an act stands on, read in one round: a person waits for the sum of the rounds. */
export interface SaveGround {
  readonly context: ActContext;
  readonly hlc: Hlc;
  readonly counters: Counters;
  /** Ids in the journal; undefined when there are too many to have been read. */
  readonly waiting: ReadonlySet<string> | undefined;
  /** Whether the act itself has made this id, so that nothing can be stored under it. */
  readonly isNew: (id: string) => boolean;
}

const unknownWorkshop = {
  shareCustomers: true,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: 'INR',
  // Deny by default: without the workshop's word everything that is let off waits for the owner.
  waiverLimit: zeroMoney,
};

function deviceIds(own: string, devices: readonly Row[]): string[] {
  const others = devices.map((row) =>
    (row.doc as unknown as Device | undefined)?._id.slice('device:'.length),
  );
  return [...new Set([own, ...others.filter((id) => id !== undefined)])];
}

export async function saveGround(tx: WriteTx, env: SaveEnvironment): Promise<SaveGround> {
  readMetaAhead(tx);
  if ((await metaIn(tx, 'leaving')) !== undefined) throw new LeavingError('signing out');
  const rows = tx.objectStore('rows');
  const [last, clockOffsetMs = 0, issued = 0, jobs = 0, workshop, devices, waiting] = await Promise.all([
    metaIn(tx, 'hlc'),
    metaIn(tx, 'clockOffsetMs'),
    metaIn(tx, 'issued'),
    metaIn(tx, 'jobCounter'),
    rows.get('workshop:self'),
    rows.index('lists').getAll(`personDevice|${env.userId}`),
    waitingIds(tx),
  ]);
  const nowMs = env.now() + clockOffsetMs;
  const hlc = createHlc({ deviceId: env.deviceId, now: () => nowMs, last });
  const counters: Counters = { issued, jobs };
  const made = new Set<string>();
  const context: ActContext = {
    userId: env.userId,
    role: env.role,
    deviceId: env.deviceId,
    deviceIds: deviceIds(env.deviceId, devices),
    workshop: (workshop?.doc as unknown as Workshop | undefined) ?? unknownWorkshop,
    now: instantOf(nowMs),
    offset: env.offset(),
    stamp: () => hlc.next(),
    newId() {
      const id = uuidv7(nowMs, env.random);
      made.add(id);
      return id;
    },
    nextN: () => (counters.issued += 1),
    nextJobNumber() {
      const number = jobNumber(env.deviceCode, (counters.jobs += 1));
      if (!number.ok) throw new Error(`no job number left for device ${env.deviceCode}`);
      return number.value;
    },
  };
  return { context, hlc, counters, waiting, isNew: (id) => made.has(id.slice(id.indexOf(':') + 1)) };
}
