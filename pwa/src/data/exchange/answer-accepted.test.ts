import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { journalBatch } from '../journal/journal.ts';
import { rowOf, opening, testPhone } from '../testing/phone.ts';
import { applyPulled } from './apply-pulled.ts';
import { refuse } from './refuse.ts';

const tray = (db: Parameters<typeof rowOf>[0]) => reading(db, (tx) => tx.objectStore('tray').getAll());

test('an entry that the owner let in is answered by its coming, under whatever revision', async () => {
  const phone = await testPhone();
  await phone.save(opening({ advance: { amount: 50_000 as never, method: 'cash' } }));
  const payment = (await journalBatch(phone.db)).find(({ body }) => body.type === 'payment');
  if (payment === undefined) throw new Error('no payment');
  const { id, rev, body } = payment;
  await refuse(phone.db, [{ id, rev, code: 'foreign_device', reason: 'words' }], { now: phone.env.now });
  expect((await rowOf(phone.db, id))?.mark).toBe('refused');
  await applyPulled(phone.db, [{ id, rev: '7-another', body: { ...body, at: '2026-05-01T07:00:00.000Z' } }]);
  expect(await tray(phone.db)).toMatchObject([{ answered: true, outcome: 'accepted' }]);
  const row = await rowOf(phone.db, id);
  expect([row?.mark, row?.refused]).toEqual(['server', undefined]);
});

test('a refused change of a record stays unanswered until its fields stand on the server', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  const job = (await journalBatch(phone.db)).find(({ body }) => body.type === 'job');
  if (job === undefined) throw new Error('no job');
  const { id, rev, body } = job;
  await refuse(phone.db, [{ id, rev, code: 'not_permitted', reason: 'words' }], { now: phone.env.now });
  const stamps = { ...body.stamps };
  delete (stamps as Record<string, string>)['customerName'];
  await applyPulled(phone.db, [{ id, rev: '3-other', body: { ...body, customerName: 'Other', stamps } }]);
  expect(await tray(phone.db)).toMatchObject([{ answered: false }]);
  await applyPulled(phone.db, [{ id, rev: '4-joined', body }]);
  expect(await tray(phone.db)).toMatchObject([{ answered: true, outcome: 'accepted' }]);
});
