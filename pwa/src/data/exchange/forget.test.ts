import { editJob, type Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { journalBatch } from '../journal/journal.ts';
import {
  acknowledgeAll,
  allRows,
  opening,
  plainTotals,
  testPhone,
  totalsOf,
  visibleLedger,
} from '../testing/phone.ts';
import { applyPulled } from './apply-pulled.ts';
import { dropRecovered, keepForOwner, recoveryItems } from './recovery.ts';
import { refuse } from './refuse.ts';

const everything = async (db: Awaited<ReturnType<typeof testPhone>>['db']): Promise<string> => {
  const stores = ['journal', 'rows', 'tray', 'recovery', 'search'] as const;
  const all = await Promise.all(stores.map((name) => db.connection().getAll(name)));
  return JSON.stringify(all);
};

test('with a tombstone everything that this phone alone has of the person goes, and the work stays', async () => {
  const phone = await testPhone();
  await phone.save(opening({ customerName: 'Secretname', phone: '+919812345678' }));
  const sent = await acknowledgeAll(phone.db);
  const byType = (type: string) => sent.find(({ body }) => body.type === type) ?? sent[0];
  const [job, customer] = [byType('job'), byType('customer')];
  if (job === undefined || customer === undefined) throw new Error('nothing sent');
  const edit = (carModel: string) =>
    phone.save(async (context, documents) => {
      const found = await documents.get<Job>(job.id);
      if (found === undefined) throw new Error('no job');
      return editJob(context, found, { carModel });
    });
  await edit('Refused');
  const refused = (await journalBatch(phone.db)).find((entry) => entry.id === job.id);
  await refuse(phone.db, [{ id: job.id, rev: refused?.rev ?? '', code: 'stamp_missing', reason: '' }]);
  await edit('Waiting');
  const { id, rev, revisions, body } = customer;
  await keepForOwner(phone.db, [{ id, rev, revisions, body, isKnown: true }]);
  expect(await everything(phone.db)).toContain('Secretname');
  await applyPulled(phone.db, [{ id, rev: '9-x', body: undefined, erased: true }]);
  // The server's own copy of the job comes cleared by the pull.
  const waiting = (await journalBatch(phone.db)).find((entry) => entry.id === job.id);
  expect(waiting?.body).toMatchObject({ carModel: 'Waiting', customerName: '—' });
  await applyPulled(phone.db, [
    { id: job.id, rev: '8-x', body: { ...waiting?.body, carModel: 'Old' } as never },
  ]);
  expect(await everything(phone.db)).not.toContain('Secretname');
  expect(await everything(phone.db)).not.toContain('9812345678');
  expect(await recoveryItems(phone.db)).toEqual([]);
  expect((await phone.db.connection().getAll('tray'))[0]?.body).toMatchObject({ carModel: 'Refused' });
  expect(await phone.db.connection().get('meta', 'erased')).toEqual([id]);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});

test('a change of a job that comes with the tombstone counts though unsent work names the person', async () => {
  const phone = await testPhone();
  await phone.save(opening({ customerName: 'Secretname' }));
  const sent = await acknowledgeAll(phone.db);
  const [job, customer] = ['job', 'customer'].map((type) => sent.find(({ body }) => body.type === type));
  if (job === undefined || customer === undefined) throw new Error('nothing sent');
  await phone.save(async (context, documents) => {
    const found = await documents.get<Job>(job.id);
    if (found === undefined) throw new Error('no job');
    return editJob(context, found, { carModel: 'Waiting' });
  });
  const [waiting] = await journalBatch(phone.db);
  const cleared = { ...job.body, customerName: '—', odometer: 4711 };
  await applyPulled(phone.db, [
    { id: customer.id, rev: '9-x', body: undefined, erased: true },
    { id: job.id, rev: '8-x', body: cleared },
  ]);
  const row = await phone.db.connection().get('rows', job.id);
  expect(row).toMatchObject({ serverRev: '8-x', doc: { odometer: 4711, carModel: 'Waiting' } });
  await refuse(phone.db, [{ id: job.id, rev: waiting?.rev ?? '', code: 'stamp_missing', reason: '' }]);
  expect((await phone.db.connection().get('rows', job.id))?.doc).toEqual(cleared);
  expect(await everything(phone.db)).not.toContain('Secretname');
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});

test('what was typed of an erased person since is not kept with a refusal', async () => {
  const phone = await testPhone();
  await phone.save(opening({ customerName: 'Raj' }));
  const sent = await acknowledgeAll(phone.db);
  const [job, customer] = ['job', 'customer'].map((type) => sent.find(({ body }) => body.type === type));
  if (job === undefined || customer === undefined) throw new Error('nothing sent');
  const cleared = { ...job.body, customerName: '—' };
  await applyPulled(phone.db, [
    { id: customer.id, rev: '9-x', body: undefined, erased: true },
    { id: job.id, rev: '8-x', body: cleared },
  ]);
  await phone.save(async (context, documents) => {
    const found = await documents.get<Job>(job.id);
    if (found === undefined) throw new Error('no job');
    return editJob(context, found, { phone: '+919812345678', carModel: 'Alto' });
  });
  const [waiting] = await journalBatch(phone.db);
  await refuse(phone.db, [{ id: job.id, rev: waiting?.rev ?? '', code: 'job_moved', reason: '' }]);
  expect((await phone.db.connection().getAll('tray'))[0]?.body).toMatchObject({ carModel: 'Alto' });
  expect(await everything(phone.db)).not.toContain('9812345678');
});

test('what the server refuses as erased is kept nowhere; what an owner has to bring back is no refusal of the person', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  const entries = await journalBatch(phone.db);
  const first = entries.find((entry) => entry.body.type === 'customer');
  if (first === undefined) throw new Error('nothing waits');
  await refuse(phone.db, [{ id: first.id, rev: first.rev, code: 'erased', reason: '' }]);
  expect(await phone.db.connection().getAll('tray')).toEqual([]);
  expect(await phone.db.connection().get('rows', first.id)).toBeUndefined();
  // A new entry without the right is a refusal as ever; one that was sent before is the owner's to bring back.
  const [second, third] = entries.filter(({ id }) => id !== first.id);
  if (second === undefined || third === undefined) throw new Error('nothing waits');
  await phone.db.connection().put('journal', { ...third, acts: ['again x'] });
  const words = { code: 'not_permitted', reason: '' };
  await refuse(
    phone.db,
    [second, third].map(({ id, rev }) => ({ id, rev, ...words })),
  );
  expect((await phone.db.connection().getAll('tray')).map(({ id }) => id)).toEqual([second.id]);
  const [kept] = await recoveryItems(phone.db);
  expect(kept).toMatchObject({ id: third.id, rev: third.rev, state: 'held' });
  expect((await allRows(phone.db)).map(({ id }) => id)).not.toContain(third.id);
  await dropRecovered(phone.db, [kept?.key ?? '']);
  expect(await recoveryItems(phone.db)).toEqual([]);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});
