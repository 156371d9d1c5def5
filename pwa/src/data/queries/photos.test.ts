import { addPhoto, type Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { reading, writing } from '../database/open.ts';
import { dropFile } from '../files/file-cache.ts';
import { newFile, type NewFile } from '../files/new-file.ts';
import { openStoredFile } from '../files/open-file.ts';
import { settleFile } from '../files/settle-file.ts';
import { saveAct } from '../save/save-act.ts';
import { acknowledgeAll, opening, rowOf, testPhone, type TestPhone } from '../testing/phone.ts';
import { jobPhotos } from './photos.ts';

const own = {
  userId: 'asha',
  name: 'Asha',
  deviceId: 'device-A1',
  deviceCode: 'A1',
  role: 'manager',
} as const;

async function picture(): Promise<NewFile> {
  const bytes = crypto.getRandomValues(new Uint8Array(500));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const file = await newFile(bytes);
  if (!file.ok) throw new Error(file.reason);
  return file.value;
}

async function add(phone: TestPhone, jobId: string, kind: 'before' | 'after', file: NewFile): Promise<void> {
  const job = (await rowOf(phone.db, jobId))?.doc as unknown as Job;
  const { sha256, size } = file;
  phone.clock += 60_000;
  await saveAct(phone.db, phone.env, (context) => addPhoto(context, job, { kind, sha256, size }), [file]);
}

async function phoneWithTwo() {
  const phone = await testPhone();
  const [jobId = ''] = (await phone.save(opening())).ids;
  const [before, after] = [await picture(), await picture()];
  await add(phone, jobId, 'before', before);
  await add(phone, jobId, 'after', after);
  const photos = () => reading(phone.db, (tx) => jobPhotos(tx, jobId, own));
  return { phone, before, after, photos };
}

const settle = async (phone: TestPhone, { sha256 }: NewFile, code?: 'file_too_large'): Promise<void> => {
  const record = await reading(phone.db, (tx) => tx.objectStore('files').get(sha256));
  const outcome = code === undefined ? ({ state: 'sent' } as const) : ({ state: 'refused', code } as const);
  if (record) await settleFile(phone.db, record, outcome, phone.env);
};

test('the pictures of a job stand newest first, with what they show and who took them', async () => {
  const { photos } = await phoneWithTwo();
  expect(await photos()).toMatchObject([
    { kind: 'after', personName: 'Asha', place: 'waiting' },
    { kind: 'before', personName: 'Asha', place: 'waiting' },
  ]);
});

test('each says where it is: only here, sent, not here yet, not accepted', async () => {
  const { phone, before, after, photos } = await phoneWithTwo();
  await acknowledgeAll(phone.db);
  await settle(phone, before);
  await settle(phone, after, 'file_too_large');
  expect((await photos()).map(({ place }) => place)).toEqual(['refused', 'here']);
  await writing(phone.db, 'relaxed', (tx) => dropFile(tx, before.sha256));
  expect((await photos()).map(({ place }) => place)).toEqual(['refused', 'away']);
});

test('one that was fetched because somebody looked at it is here, and screens hear of it', async () => {
  const { phone, before, photos } = await phoneWithTwo();
  await writing(phone.db, 'relaxed', (tx) => dropFile(tx, before.sha256));
  const heard = new Set<string>();
  phone.db.topics.listen((topics) => topics.forEach((topic) => heard.add(topic)));
  const fetchFile = async () => ({ ok: true, value: before.bytes }) as const;
  await openStoredFile(
    { db: phone.db, fetchFile, now: () => new Date(phone.clock).toISOString() },
    before.sha256,
  );
  expect((await photos()).map(({ place }) => place)).toEqual(['waiting', 'here']);
  expect([...heard]).toContain('files');
});
