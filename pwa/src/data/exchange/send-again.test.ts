import { expect, test } from 'vitest';
import { journalBatch } from '../journal/journal.ts';
import {
  acknowledgeAll,
  opening,
  plainTotals,
  rowOf,
  testPhone,
  totalsOf,
  visibleLedger,
} from '../testing/phone.ts';
import { acknowledge } from './acknowledge.ts';
import { sendAgain } from './send-again.ts';

test('what a restored server lacks waits again under the same revision, each once, and counts as unsent', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  const sent = await acknowledgeAll(phone.db);
  const lost = sent.map(({ id, rev, revisions, body }) => ({ id, rev, revisions, body, server: undefined }));
  const { now, random } = phone.env;
  await sendAgain(phone.db, lost, { now, random });
  await sendAgain(phone.db, lost, { now, random });
  const again = await journalBatch(phone.db);
  expect(new Map(again.map(({ id, rev }) => [id, rev]))).toEqual(
    new Map(sent.map(({ id, rev }) => [id, rev])),
  );
  expect((await rowOf(phone.db, sent[0]?.id ?? ''))?.mark).toBe('phone');
  expect((await rowOf(phone.db, sent[0]?.id ?? ''))?.serverRev).toBeUndefined();
  await acknowledge(phone.db, again);
  expect((await rowOf(phone.db, sent[0]?.id ?? ''))?.mark).toBe('server');
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
});

test('what only the gateway may write is not claimed by the phone', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  const [job] = await acknowledgeAll(phone.db);
  if (job === undefined) throw new Error('nothing sent');
  const body = { ...job.body, at: job.body.createdAt, was: ['desk:ravi'] };
  await sendAgain(phone.db, [{ ...job, body, server: undefined }], phone.env);
  const [again] = await journalBatch(phone.db);
  expect([again?.body.at, again?.body.was]).toEqual([undefined, undefined]);
  expect(again?.revisions.ids.slice(1)).toEqual(job.revisions.ids);
});
