import { merge, money, totalKey, workshopDay, type AnyDocument } from '@revops/domain';
import { expect, test } from 'vitest';
import { FencedOffError, readMeta, writeMeta } from '../database/meta.ts';
import { reading } from '../database/open.ts';
import { journalBatch } from '../journal/journal.ts';
import { jobDetail } from '../queries/job-detail.ts';
import { jobs } from '../queries/jobs.ts';
import { buildActs } from '../save/build-acts.ts';
import {
  acknowledgeAll,
  allRows,
  opening,
  plainTotals,
  rowOf,
  startMs,
  testPhone,
  totalsOf,
  visibleLedger,
  workshopDocument,
  zone,
  type TestPhone,
} from '../testing/phone.ts';
import { acknowledge } from './acknowledge.ts';
import { applyPulled, readApplied } from './apply-pulled.ts';
import { forgetServerCopies, rebuildIfNeeded } from './rebuild.ts';
import { markAnswered, refuse } from './refuse.ts';

const now = new Date(startMs).toISOString();
const own = {
  userId: 'asha',
  name: 'Asha',
  deviceId: 'device-A1',
  deviceCode: 'A1',
  role: 'manager',
} as const;
const cash = { amount: money(100_000), kind: 'partial', method: 'cash' } as const;
const refusal = { code: 'not_permitted', reason: 'Ask the owner.' } as const;

async function openedJob(phone: TestPhone): Promise<string> {
  const { ids } = await phone.save(opening({ estimatedAmount: money(500_000) }));
  return ids[0] ?? '';
}

test('unsent money is named in every total until the server has it', async () => {
  const phone = await testPhone();
  await applyPulled(phone.db, [{ id: 'workshop:self', rev: '1-a', body: workshopDocument() }]);
  const jobId = await openedJob(phone);
  await phone.save(buildActs.takePayment(jobId, cash));
  const key = totalKey.money(workshopDay(now, zone), 'cash', 'waiting', 'asha');
  expect((await totalsOf(phone.db)).get(key)).toMatchObject({
    amount: 100_000,
    unsentAmount: 100_000,
    sentAmount: 0,
  });
  await acknowledgeAll(phone.db);
  expect((await totalsOf(phone.db)).get(key)).toMatchObject({
    amount: 100_000,
    unsentAmount: 0,
    unsentCount: 0,
    sentAmount: 100_000,
  });
  expect(await journalBatch(phone.db)).toEqual([]);
  expect((await allRows(phone.db)).every((row) => row.mark === 'server' && row.server === undefined)).toBe(
    true,
  );
});

test('an unsent word that takes money out of a total leaves no negative unsent part', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const { ids } = await phone.save(buildActs.takePayment(jobId, cash));
  await acknowledgeAll(phone.db);
  await phone.save(buildActs.cancelPayment(ids[0] ?? '', 'mistyped'));
  const totals = await totalsOf(phone.db);
  expect(totals.get(totalKey.cash('asha'))).toMatchObject({
    amount: 0,
    unsentAmount: 0,
    sentAmount: 100_000,
  });
  const cancelled = [...totals.values()].find(({ key }) => key.includes('|cancelled|'));
  expect(cancelled).toMatchObject({ amount: 100_000, unsentAmount: 100_000 });
});

test('acknowledging and pulling again change nothing', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  await phone.save(buildActs.takePayment(jobId, cash));
  const sent = await acknowledgeAll(phone.db);
  const before = [await allRows(phone.db), await totalsOf(phone.db)];
  await acknowledge(phone.db, sent);
  await applyPulled(
    phone.db,
    sent.map(({ id, rev, body }) => ({ id, rev, body })),
  );
  await refuse(
    phone.db,
    sent.map(({ id, rev }) => ({ id, rev, ...refusal })),
  );
  expect([await allRows(phone.db), await totalsOf(phone.db)]).toEqual(before);
});

test('a newer server copy that came first is not overwritten by the acknowledgement', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const [sent] = await journalBatch(phone.db);
  if (sent === undefined) throw new Error('nothing to send');
  const joined = { ...sent.body, customerName: 'Raj K.' } as AnyDocument;
  await applyPulled(phone.db, [{ id: jobId, rev: '2-joined', body: joined }]);
  await acknowledge(phone.db, [sent]);
  expect(await rowOf(phone.db, jobId)).toMatchObject({
    serverRev: '2-joined',
    doc: { customerName: 'Raj K.' },
  });
});

test('what comes by the pull is merged with what waits here', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const [first] = await acknowledgeAll(phone.db);
  if (first === undefined) throw new Error('nothing sent');
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City' }));
  const stamps = { ...first.body.stamps, odometer: '0zzzzzzzz-0000-other' };
  const theirs = { ...first.body, odometer: 40_000, stamps } as AnyDocument;
  await applyPulled(phone.db, [{ id: jobId, rev: '2-theirs', body: theirs }]);
  const row = await rowOf(phone.db, jobId);
  expect(row?.doc).toMatchObject({ carModel: 'Honda City', odometer: 40_000 });
  const [waiting] = await journalBatch(phone.db);
  expect(row?.doc).toEqual(merge([theirs, waiting?.body as AnyDocument]));
});

test('a refused new payment never counts and stays listed with its mark', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  await acknowledgeAll(phone.db);
  await phone.save(buildActs.takePayment(jobId, cash));
  const [entry] = await journalBatch(phone.db);
  if (entry === undefined) throw new Error('nothing to send');
  await refuse(phone.db, [{ ...entry, ...refusal }]);
  const row = await rowOf(phone.db, entry.id);
  expect(row?.doc).toBeUndefined();
  expect(row?.mark).toBe('refused');
  expect((await totalsOf(phone.db)).has(totalKey.cash('asha'))).toBe(false);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
  const detail = await reading(phone.db, (tx) => jobDetail(tx, jobId, own, now));
  expect(detail?.payments).toMatchObject([{ id: entry.id, mark: 'refused', amount: 100_000 }]);
  expect(detail?.received).toEqual({ waiting: 0, confirmed: 0, waived: 0 });
  const [item] = await reading(phone.db, (tx) => tx.objectStore('tray').getAll());
  expect(item).toMatchObject({ key: `${entry.id} ${entry.rev}`, ...refusal, answered: false });
  await markAnswered(phone.db, item?.key ?? '');
  const [answered] = await reading(phone.db, (tx) => tx.objectStore('tray').getAll());
  expect(answered?.answered).toBe(true);
  expect((await reading(phone.db, (tx) => jobDetail(tx, jobId, own, now)))?.payments).toHaveLength(1);
});

test('a refused new job leaves a row with only the mark, in the lists', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  await refuse(
    phone.db,
    (await journalBatch(phone.db)).map((entry) => ({ ...entry, ...refusal })),
  );
  const { doc, shares, mark } = (await rowOf(phone.db, jobId)) ?? {};
  expect([doc, shares, mark]).toEqual([undefined, [], 'refused']);
  const listed = await reading(phone.db, (tx) => jobs(tx, { status: 'open', desk: 'asha', limit: 5 }));
  expect(listed.items).toMatchObject([{ id: jobId, mark: 'refused', plate: 'MH12AB1234' }]);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(new Map());
});

test('a refused edit falls back to the server copy and is marked until answered', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  await acknowledgeAll(phone.db);
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City' }));
  const [entry] = await journalBatch(phone.db);
  if (entry === undefined) throw new Error('nothing to send');
  await refuse(phone.db, [{ ...entry, ...refusal }]);
  const row = await rowOf(phone.db, jobId);
  expect(row?.mark).toBe('refused');
  expect(row?.doc?.['carModel']).toBeUndefined();
  await markAnswered(phone.db, `${entry.id} ${entry.rev}`);
  expect((await rowOf(phone.db, jobId))?.mark).toBe('server');
});

test('a refusal of an earlier revision leaves the later edit waiting', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const [entry] = await journalBatch(phone.db);
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City' }));
  await refuse(phone.db, [{ id: jobId, rev: entry?.rev ?? '', ...refusal }]);
  expect((await rowOf(phone.db, jobId))?.mark).toBe('phone');
});

test('a document that may not be read any more leaves; one that still waits becomes a mark', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const [job, event] = await acknowledgeAll(phone.db);
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City' }));
  await applyPulled(phone.db, [
    { id: jobId, rev: '9-gone', body: undefined },
    { id: event?.id ?? '', rev: '9-gone', body: undefined },
  ]);
  expect(await rowOf(phone.db, event?.id ?? '')).toBeUndefined();
  const row = await rowOf(phone.db, jobId);
  expect([row?.doc, row?.server, row?.mark]).toEqual([undefined, undefined, 'phone']);
  // The edit and the line about it in the timeline.
  expect(row?.removed).toEqual({ entriesWaiting: 2 });
  const late = await journalBatch(phone.db);
  expect(late[0]?.id).toBe(job?.id);
  await acknowledge(phone.db, late);
  expect(await rowOf(phone.db, jobId)).toBeUndefined();
});

test('unsent work on a job that moved to another desk is counted on its mark until the last of it has gone', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  await acknowledgeAll(phone.db);
  const { ids } = await phone.save(buildActs.takePayment(jobId, cash));
  await phone.save(buildActs.addNote(jobId, 'The secret of the gearbox'));
  await applyPulled(phone.db, [{ id: jobId, rev: '9-gone', body: undefined }]);
  const waiting = async () => (await rowOf(phone.db, jobId))?.removed?.entriesWaiting;
  expect(await waiting()).toBe(2);
  const [payment, note] = await journalBatch(phone.db);
  if (payment === undefined || note === undefined) throw new Error('the journal lost it');
  expect([payment.id, note.body.type]).toEqual([ids[0], 'jobEvent']);
  const [listed] = await reading(phone.db, (tx) => tx.objectStore('rows').index('lists').getAll('removed|'));
  expect(listed?.id).toBe(jobId);
  await acknowledge(phone.db, [note], { userId: 'asha' });
  expect(await waiting()).toBe(1);
  expect(await rowOf(phone.db, note.id)).toBeUndefined();
  await acknowledge(phone.db, [payment], { userId: 'asha' });
  expect(await rowOf(phone.db, jobId)).toBeUndefined();
  // Money that this person took stays theirs to see, wherever the job is.
  expect((await rowOf(phone.db, payment.id))?.mark).toBe('server');
  expect((await totalsOf(phone.db)).get(totalKey.cash('asha'))?.amount).toBe(100_000);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});

test('a refused edit of a job that moved goes to the tray, and the mark goes; a re-grant brings the job back', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const [job] = await acknowledgeAll(phone.db);
  await phone.save(buildActs.editJob(jobId, { carModel: 'Honda City' }));
  await applyPulled(phone.db, [{ id: jobId, rev: '9-gone', body: undefined }]);
  const edit = await journalBatch(phone.db);
  if (job === undefined) throw new Error('the journal lost it');
  await refuse(
    phone.db,
    edit.map(({ id, rev }) => ({ id, rev, code: 'job_moved', reason: 'It moved.' })),
  );
  expect(await rowOf(phone.db, jobId)).toBeUndefined();
  expect(await reading(phone.db, (tx) => tx.objectStore('tray').getAll())).toMatchObject([
    { id: jobId, code: 'job_moved', answered: false },
    { code: 'job_moved', answered: false },
  ]);
  await applyPulled(phone.db, [{ id: jobId, rev: '10-back', body: job.body }]);
  expect(await rowOf(phone.db, jobId)).toMatchObject({ mark: 'server', doc: { _id: jobId } });
});

test('another zone refolds everything; another projection version too; a kill goes on where it stopped', async () => {
  const phone = await testPhone();
  await applyPulled(phone.db, [{ id: 'workshop:self', rev: '1-a', body: workshopDocument() }]);
  for (let index = 0; index < 30; index += 1) {
    phone.clock += 1_800_000;
    const { ids } = await phone.save(opening({ plate: `MH12AB${1000 + index}` }));
    await phone.save(buildActs.takePayment(ids[0] ?? '', cash));
  }
  const other = 'America/Los_Angeles';
  await applyPulled(phone.db, [{ id: 'workshop:self', rev: '2-a', body: workshopDocument(other) }]);
  expect(await readMeta(phone.db, 'rebuild')).toEqual({ after: '' });
  await rebuildIfNeeded(phone.db);
  expect(await readMeta(phone.db, 'rebuild')).toBeUndefined();
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db, other));
  await writeMeta(phone.db, 'projection', 0);
  await writeMeta(phone.db, 'rebuild', { after: 'k' });
  await rebuildIfNeeded(phone.db);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db, other));
});

test('a new replica starts from nothing but what waits and what was refused', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  const sent = await acknowledgeAll(phone.db);
  await phone.save(buildActs.takePayment(jobId, cash));
  const [entry] = await journalBatch(phone.db);
  await applyPulled(phone.db, [], { replica: 'one', seq: 7 });
  expect(await readApplied(phone.db)).toEqual({ replica: 'one', seq: 7 });
  const before = [await allRows(phone.db), await totalsOf(phone.db)];
  await forgetServerCopies(phone.db);
  expect(await readApplied(phone.db)).toBeUndefined();
  expect((await allRows(phone.db)).map((row) => row.id)).toEqual([entry?.id]);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
  await applyPulled(
    phone.db,
    sent.map(({ id, rev, body }) => ({ id, rev, body })),
  );
  expect([await allRows(phone.db), await totalsOf(phone.db)]).toEqual(before);
});

test('an engine that lost its lock can write nothing', async () => {
  const phone = await testPhone();
  const jobId = await openedJob(phone);
  await writeMeta(phone.db, 'fence', 2);
  const [entry] = await journalBatch(phone.db);
  if (entry === undefined) throw new Error('nothing to send');
  await expect(acknowledge(phone.db, [entry], { fence: 1 })).rejects.toBeInstanceOf(FencedOffError);
  expect((await rowOf(phone.db, jobId))?.mark).toBe('phone');
  await acknowledge(phone.db, [entry], { fence: 2 });
  expect((await rowOf(phone.db, jobId))?.mark).toBe('server');
});
