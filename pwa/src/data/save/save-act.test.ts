import { money, uuidv7, type Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { readMeta, writeMeta } from '../database/meta.ts';
import { acknowledge } from '../exchange/acknowledge.ts';
import { refuse } from '../exchange/refuse.ts';
import { journalBatch } from '../journal/journal.ts';
import {
  acknowledgeAll,
  opening,
  plainTotals,
  rowOf,
  startMs,
  testPhone,
  totalsOf,
  visibleLedger,
  type TestPhone,
} from '../testing/phone.ts';
import { buildActs } from './build-acts.ts';
import { saveAct } from './save-act.ts';

test('one save stores all documents of the act, numbered, journalled and counted', async () => {
  const phone = await testPhone();
  const advance = { amount: money(100_000), method: 'cash' } as const;
  const saved = await phone.save(opening({ estimatedAmount: money(500_000), advance }));
  expect(saved.jobNumber).toBe('A1-0001');
  const entries = await journalBatch(phone.db);
  expect(entries.map((entry) => entry.body.type)).toEqual([
    'job',
    'jobEvent',
    'customer',
    'vehicle',
    'payment',
  ]);
  expect(new Set(entries.map((entry) => entry.act))).toEqual(new Set([saved.actId]));
  expect(entries.map((entry) => entry.body.n)).toEqual([undefined, 1, undefined, undefined, 2]);
  expect(entries.every((entry) => !('_rev' in entry.body) && entry.rev.startsWith('1-'))).toBe(true);
  const job = await rowOf(phone.db, saved.ids[0] ?? '');
  expect(job).toMatchObject({ mark: 'phone', folded: { received: { waiting: 100_000, confirmed: 0 } } });
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});

test('a further edit replaces the unsent entry by a higher revision and keeps its place in the order', async () => {
  const phone = await testPhone();
  const { ids } = await phone.save(opening());
  const [first] = await journalBatch(phone.db);
  const edit = await phone.save(buildActs.editJob(ids[0] ?? '', { carModel: 'Honda City' }));
  const entries = await journalBatch(phone.db);
  const job = entries.find((entry) => entry.id === ids[0]);
  expect(job).toMatchObject({ order: first?.order, savedAt: first?.savedAt, act: first?.act });
  expect(job?.acts).toEqual([first?.act, edit.actId]);
  expect(job?.rev.startsWith('2-')).toBe(true);
  expect(job?.revisions.ids.slice(1)).toEqual(first?.revisions.ids);
  expect(job?.body['carModel']).toBe('Honda City');
});

test('an edit of what the server has stands on the server copy', async () => {
  const phone = await testPhone();
  const { ids } = await phone.save(opening());
  await acknowledgeAll(phone.db);
  const server = (await rowOf(phone.db, ids[0] ?? ''))?.serverRev ?? '';
  await phone.save(buildActs.moveJob(ids[0] ?? '', 'in_progress'));
  const job = (await journalBatch(phone.db)).find((entry) => entry.id === ids[0]);
  expect(job?.revisions).toEqual({ start: 2, ids: [job?.rev.slice(2), server.slice(2)] });
});

test('an acknowledgement of an earlier revision leaves the later edit waiting', async () => {
  const phone = await testPhone();
  const { ids } = await phone.save(opening());
  const [sent] = await journalBatch(phone.db);
  if (sent === undefined) throw new Error('nothing to send');
  await phone.save(buildActs.editJob(ids[0] ?? '', { carModel: 'Honda City' }));
  await acknowledge(phone.db, [sent]);
  const row = await rowOf(phone.db, ids[0] ?? '');
  expect(row).toMatchObject({ mark: 'phone', serverRev: sent.rev });
  expect(row?.server?.['carModel']).toBeUndefined();
  expect(row?.doc?.['carModel']).toBe('Honda City');
});

test('a refused act and a failed save use up no number', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  const wrong = await saveAct(phone.db, phone.env, opening({ plate: '' }));
  expect(wrong).toEqual({ ok: false, reason: { code: 'plate_needed', field: 'plate' } });
  const broken = saveAct(phone.db, phone.env, async (context, documents) => {
    await opening()(context, documents);
    throw new Error('the disk is full');
  });
  await expect(broken).rejects.toThrow('the disk is full');
  const late = opening();
  await expect(
    saveAct(
      phone.db,
      {
        ...phone.env,
        random: () => {
          throw new Error('late');
        },
      },
      late,
    ),
  ).rejects.toThrow('late');
  expect(await readMeta(phone.db, 'issued')).toBe(1);
  const next = await phone.save(opening({ plate: 'MH14XY0001' }));
  expect(next.jobNumber).toBe('A1-0002');
  const numbers = (await journalBatch(phone.db)).flatMap((entry) => entry.body.n ?? []);
  expect(numbers).toEqual([1, 2]);
});

test('two acts in one millisecond, and a clock set back, still leave rising stamps and different ids', async () => {
  const phone = await testPhone();
  const { ids } = await phone.save(opening());
  const first = await readMeta(phone.db, 'hlc');
  await phone.save(buildActs.editJob(ids[0] ?? '', { carModel: 'City' }));
  const second = await readMeta(phone.db, 'hlc');
  phone.clock = startMs - 86_400_000;
  await phone.save(buildActs.editJob(ids[0] ?? '', { carModel: 'Civic' }));
  const third = await readMeta(phone.db, 'hlc');
  expect([(first ?? '') < (second ?? ''), (second ?? '') < (third ?? '')]).toEqual([true, true]);
  expect((await rowOf(phone.db, ids[0] ?? ''))?.doc?.['carModel']).toBe('Civic');
  const entries = await journalBatch(phone.db);
  expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
});

test('instants are corrected by the offset that the server told', async () => {
  const phone = await testPhone();
  await writeMeta(phone.db, 'clockOffsetMs', -3_600_000);
  const { ids } = await phone.save(opening());
  expect((await rowOf(phone.db, ids[0] ?? ''))?.doc?.createdAt).toBe(
    new Date(startMs - 3_600_000).toISOString(),
  );
});

test('concurrent saves are stored one after the other, without a gap or a double', async () => {
  const phone = await testPhone();
  const plates = Array.from({ length: 8 }, (_, index) => `MH12AB100${index}`);
  const saved = await Promise.all(plates.map((plate) => phone.save(opening({ plate }))));
  expect(new Set(saved.map((one) => one.jobNumber))).toEqual(
    new Set(plates.map((_, index) => `A1-000${index + 1}`)),
  );
});

test('a known car and a known phone are used again', async () => {
  const phone = await testPhone();
  await phone.save(buildActs.openJob({ plate: 'MH12AB1234', phone: '+919876543210' }));
  await phone.save(buildActs.openJob({ plate: 'MH12AB1234', phone: '+919876543210' }));
  const types = (await journalBatch(phone.db)).map((entry) => entry.body.type);
  expect(types.filter((type) => type === 'vehicle' || type === 'customer')).toHaveLength(2);
});

test('a payment keeps the id that its QR code carried', async () => {
  const phone = await testPhone();
  const { ids } = await phone.save(opening());
  const id = `payment:${uuidv7(startMs, phone.env.random)}`;
  const input = { amount: money(100), kind: 'partial', method: 'upi', id } as const;
  const saved = await phone.save(buildActs.takePayment(ids[0] ?? '', input));
  expect(saved.ids).toEqual([id]);
});

test('a connection that dies is opened again and the save is stored once', async () => {
  const phone = await testPhone();
  phone.db.connection().close();
  await phone.save(opening());
  const rows = await reading(phone.db, (tx) => tx.objectStore('rows').getAll());
  expect(rows.filter((row) => (row.doc as unknown as Job).type === 'job')).toHaveLength(1);
});

const refusal = { code: 'not_permitted', reason: 'Ask the owner.' } as const;

async function refusedEdit(phone: TestPhone): Promise<string> {
  const { ids } = await phone.save(opening());
  await acknowledgeAll(phone.db);
  const [jobId = ''] = ids;
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City' }));
  const [entry] = (await journalBatch(phone.db)).filter(({ id }) => id === jobId);
  if (entry === undefined) throw new Error('nothing to send');
  await refuse(phone.db, [{ ...entry, ...refusal }]);
  return jobId;
}

const trayOf = (phone: TestPhone) => reading(phone.db, (tx) => tx.objectStore('tray').getAll());

test('correcting what was refused answers it, and keeps it', async () => {
  const phone = await testPhone();
  const jobId = await refusedEdit(phone);
  expect((await rowOf(phone.db, jobId))?.mark).toBe('refused');
  const told: string[] = [];
  phone.db.topics.listen((topics) => told.push(...topics));
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City ZX' }));
  expect(await trayOf(phone)).toMatchObject([{ id: jobId, answered: true }]);
  expect(told).toContain('tray');
  await acknowledgeAll(phone.db);
  const row = await rowOf(phone.db, jobId);
  expect([row?.mark, row?.refused]).toEqual(['server', undefined]);
});

test('another change of the same job answers nothing that was refused', async () => {
  const phone = await testPhone();
  const jobId = await refusedEdit(phone);
  await phone.save(buildActs.moveJob(jobId, 'in_progress'));
  expect(await trayOf(phone)).toMatchObject([{ id: jobId, answered: false }]);
  await acknowledgeAll(phone.db);
  expect((await rowOf(phone.db, jobId))?.mark).toBe('refused');
});
