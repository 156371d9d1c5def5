import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import {
  accessOf,
  canonical,
  ledgerOf,
  type AnyDocument,
  type Ledger,
  type OpenJobInput,
  openJob,
} from '@revops/domain';
import { openDeviceDatabase, reading, type DeviceDatabase } from '../database/open.ts';
import type { JournalEntry, Rollup, Row } from '../database/schema.ts';
import { acknowledge } from '../exchange/acknowledge.ts';
import { journalBatch } from '../journal/journal.ts';
import { saveAct, type BuildAct, type SaveEnvironment } from '../save/save-act.ts';
import type { SavedAct } from '../views.ts';

export const zone = 'Asia/Kolkata';
export const startMs = Date.parse('2026-05-01T06:00:00.000Z');

/** A phone with a database of its own and a clock that stands still until it is moved. */
export interface TestPhone {
  readonly db: DeviceDatabase;
  readonly env: SaveEnvironment;
  readonly factory: IDBFactory;
  clock: number;
  save(build: BuildAct): Promise<SavedAct>;
}

let phones = 0;

export async function testPhone(
  who: { userId?: string; role?: 'owner' | 'manager'; code?: string; factory?: IDBFactory } = {},
): Promise<TestPhone> {
  phones += 1;
  const factory = who.factory ?? new IDBFactory();
  const db = await openDeviceDatabase(`revops-test-${phones}`, { indexedDB: factory });
  let seed = phones * 7919;
  const phone: TestPhone = {
    db,
    factory,
    clock: startMs,
    env: {
      userId: who.userId ?? 'asha',
      role: who.role ?? 'manager',
      deviceId: `device-${who.code ?? 'A1'}`,
      deviceCode: who.code ?? 'A1',
      now: () => phone.clock,
      offset: () => 330,
      random: (count) =>
        Uint8Array.from({ length: count }, () => {
          seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
          return (seed >> 16) & 0xff;
        }),
    },
    async save(build) {
      const result = await saveAct(db, phone.env, build);
      if (!result.ok) throw new Error(`not saved: ${result.reason.code} ${result.reason.field ?? ''}`);
      return result.value;
    },
  };
  return phone;
}

export const rowOf = (db: DeviceDatabase, id: string): Promise<Row | undefined> =>
  reading(db, (tx) => tx.objectStore('rows').get(id));

export const allRows = (db: DeviceDatabase): Promise<Row[]> =>
  reading(db, (tx) => tx.objectStore('rows').getAll());

/** The totals that `ledgerOf` speaks of; how many entries of a device are held is no money. */
export async function totalsOf(db: DeviceDatabase): Promise<Map<string, Rollup>> {
  const rollups = await reading(db, (tx) => tx.objectStore('rollups').getAll());
  return new Map(rollups.filter(({ key }) => !key.startsWith('held|')).map((one) => [one.key, one]));
}

/** The truth recomputed from the documents that screens see, to be compared with the running totals. */
export async function visibleLedger(db: DeviceDatabase, timeZone = zone): Promise<Ledger> {
  const rows = await allRows(db);
  return ledgerOf(
    rows.map((row) => row.doc).filter((document) => document !== undefined),
    timeZone,
  );
}

export const plainTotals = (
  rollups: ReadonlyMap<string, Rollup>,
): Map<string, { amount: number; count: number }> =>
  new Map(
    [...rollups.values()]
      .filter(({ amount, count }) => amount !== 0 || count !== 0)
      .map(({ key, amount, count }) => [key, { amount, count }]),
  );

/** A document as the gateway would have written it. */
export const serverDocument = (fields: Record<string, unknown>): AnyDocument => {
  const body = {
    schema: 1,
    createdAt: '2026-05-01T05:00:00.000Z',
    offset: 330,
    createdBy: 'server',
    device: 'server',
    ...fields,
  } as unknown as AnyDocument;
  return canonical({ ...body, access: accessOf(body) });
};

export const workshopDocument = (timeZone = zone): AnyDocument =>
  serverDocument({
    _id: 'workshop:self',
    type: 'workshop',
    name: 'Verma Motors',
    currency: 'INR',
    timeZone,
    locale: 'en-IN',
    shareCustomers: true,
    waiverLimit: 0,
    stamps: {},
  });

/** Opens a job as the form does, with nothing known of the car. */
export const opening =
  (input: Partial<OpenJobInput> = {}): BuildAct =>
  (context) =>
    openJob(context, { plate: 'MH12AB1234', customerName: 'Raj Kumar', ...input });

/** Plays a server that accepts whatever waits, as it was sent. */
export async function acknowledgeAll(db: DeviceDatabase): Promise<JournalEntry[]> {
  const entries = await journalBatch(db);
  await acknowledge(db, entries);
  return entries;
}
