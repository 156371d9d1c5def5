import { addPhoto, err, MAX_FILE_BYTES, ok, type ErrorCode, type Job, type Result } from '@revops/domain';
import { describe, expect, test, vi } from 'vitest';
import { openDeviceDatabase, reading, writing, type DeviceDatabase } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { markAnswered } from '../exchange/refuse.ts';
import { sendAgain } from '../exchange/send-again.ts';
import { syncView, tray } from '../queries/sync-view.ts';
import { saveAct } from '../save/save-act.ts';
import { acknowledgeAll, opening, rowOf, testPhone, type TestPhone } from '../testing/phone.ts';
import { exportFiles } from './export-files.ts';
import { dropUnnamed, makeRoom } from './file-cache.ts';
import { filesToSend, waitingFiles } from './file-records.ts';
import { settleFile } from './settle-file.ts';
import { newFile, type NewFile } from './new-file.ts';
import { openStoredFile, type FetchFile } from './open-file.ts';

async function picture(size = 1000): Promise<NewFile> {
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const file = await newFile(bytes);
  if (!file.ok) throw new Error(file.reason);
  return file.value;
}

async function takePhoto(phone: TestPhone, file: NewFile, jobId: string): Promise<string> {
  const job = (await rowOf(phone.db, jobId))?.doc as unknown as Job;
  const { sha256, size } = file;
  const result = await saveAct(
    phone.db,
    phone.env,
    (context) => addPhoto(context, job, { kind: 'before', sha256, size }),
    [file],
  );
  if (!result.ok) throw new Error(result.reason.code);
  return result.value.ids[0] ?? '';
}

async function phoneWithPhoto(file: NewFile) {
  const phone = await testPhone();
  const [jobId = ''] = (await phone.save(opening())).ids;
  const photoId = await takePhoto(phone, file, jobId);
  return { phone, jobId, photoId };
}

const recordOf = (db: DeviceDatabase, sha256: string) =>
  reading(db, (tx) => tx.objectStore('files').get(sha256));
const held = (db: DeviceDatabase): Promise<string[]> =>
  reading(db, (tx) => tx.objectStore('fileBytes').getAllKeys());
const sent = async (phone: TestPhone, { sha256 }: NewFile): Promise<void> => {
  const record = await recordOf(phone.db, sha256);
  if (record) await settleFile(phone.db, record, { state: 'sent' }, phone.env);
};

describe('a file that is saved', () => {
  test('is stored with its entry, counts as unsent work, and waits for its entry to be acknowledged', async () => {
    const file = await picture();
    const { phone } = await phoneWithPhoto(file);
    expect(await waitingFiles(phone.db)).toBe(1);
    expect(await filesToSend(phone.db)).toMatchObject([{ sha256: file.sha256, turn: 'hold', isNamed: true }]);
    expect(await reading(phone.db, (tx) => syncView(tx, false))).toMatchObject({ filesWaiting: 1 });
    await acknowledgeAll(phone.db);
    expect(await filesToSend(phone.db)).toMatchObject([{ turn: 'send' }]);
    await sent(phone, file);
    expect(await reading(phone.db, (tx) => syncView(tx, false))).not.toHaveProperty('filesWaiting');
  });

  test('is not stored when its act is not', async () => {
    const phone = await testPhone();
    const [jobId = ''] = (await phone.save(opening())).ids;
    const job = { ...((await rowOf(phone.db, jobId))?.doc as unknown as Job), desk: 'another' };
    const file = await picture();
    const { sha256, size } = file;
    const build = (context: Parameters<typeof addPhoto>[0]) =>
      addPhoto(context, job, { kind: 'before', sha256, size });
    expect((await saveAct(phone.db, phone.env, build, [file])).ok).toBe(false);
    expect(await held(phone.db)).toEqual([]);
  });

  test('is sent again when it is named anew after it was sent', async () => {
    const file = await picture();
    const { phone, jobId } = await phoneWithPhoto(file);
    await sent(phone, file);
    await takePhoto(phone, file, jobId);
    expect(await waitingFiles(phone.db)).toBe(1);
  });

  test('stands among what was not accepted, with its reason, until that is dealt with', async () => {
    const file = await picture();
    const { phone, photoId } = await phoneWithPhoto(file);
    await acknowledgeAll(phone.db);
    const record = await recordOf(phone.db, file.sha256);
    if (record) await settleFile(phone.db, record, { state: 'refused', code: 'file_too_large' }, phone.env);
    expect(await waitingFiles(phone.db)).toBe(0);
    const [item] = await reading(phone.db, tray);
    expect(item).toMatchObject({ document: { _id: photoId }, code: 'file_too_large', answered: false });
    expect(await dropUnnamed(phone.db)).toBe(0);
    await markAnswered(phone.db, item?.key ?? '');
    expect(await dropUnnamed(phone.db)).toBe(1);
    expect(await held(phone.db)).toEqual([]);
    expect((await rowOf(phone.db, photoId))?.mark).toBe('server');
  });

  test('is let go when no entry of it is left anywhere', async () => {
    const file = await picture();
    const { phone } = await phoneWithPhoto(file);
    const record = await recordOf(phone.db, file.sha256);
    if (record) await settleFile(phone.db, record, { state: 'unnamed' }, phone.env);
    expect(await held(phone.db)).toEqual([]);
  });

  test('travels in the export with its bytes', async () => {
    const file = await picture(60_000);
    const { phone } = await phoneWithPhoto(file);
    const text = await new Blob(await exportFiles(phone.db)).text();
    const { base64, sha256 } = JSON.parse(text) as { base64: string; sha256: string };
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    expect((await newFile(bytes)).ok && sha256).toBe(file.sha256);
    expect(bytes).toEqual(file.bytes);
    await sent(phone, file);
    expect(await exportFiles(phone.db)).toEqual([]);
  });

  test.each([
    [new Uint8Array(MAX_FILE_BYTES + 1), 'file_too_large'],
    [new TextEncoder().encode('<svg/>'), 'file_type_refused'],
  ])('is refused before it is saved when it can never be sent', async (bytes, code) => {
    expect(await newFile(bytes)).toEqual(err(code));
  });
});

describe('the cache', () => {
  test('lets the longest unused go first, and never what only this phone has', async () => {
    const files = await Promise.all([picture(), picture(), picture(), picture()]);
    const phone = await testPhone();
    const [jobId = ''] = (await phone.save(opening())).ids;
    for (const file of files) {
      phone.clock += 1000;
      await takePhoto(phone, file, jobId);
    }
    const [first, second, third, waiting] = files;
    for (const file of [first, second, third]) if (file) await sent(phone, file);
    await openStoredFile(
      opener(phone, () => Promise.resolve(err('unavailable'))),
      first?.sha256 ?? '',
    );
    await writing(phone.db, 'relaxed', (tx) => makeRoom(tx, 0, 2000));
    expect((await held(phone.db)).toSorted()).toEqual(
      [first, third, waiting].map((file) => file?.sha256 ?? '').toSorted(),
    );
    await writing(phone.db, 'relaxed', (tx) => makeRoom(tx, 5000, 2000));
    expect(await held(phone.db)).toEqual([waiting?.sha256]);
  });

  test('lets go of what the person may not read any more, when it was sent', async () => {
    const file = await picture();
    const { phone, photoId, jobId } = await phoneWithPhoto(file);
    await acknowledgeAll(phone.db);
    const removed = [photoId, jobId].map((id) => ({ id, rev: '2-x', body: undefined }));
    await applyPulled(phone.db, removed);
    expect(await dropUnnamed(phone.db)).toBe(0);
    expect(await filesToSend(phone.db)).toMatchObject([{ turn: 'send', isNamed: false }]);
    await sent(phone, file);
    expect(await dropUnnamed(phone.db)).toBe(1);
    expect([await held(phone.db), await recordOf(phone.db, file.sha256)]).toEqual([[], undefined]);
  });
});

const opener = (phone: TestPhone, fetchFile: FetchFile) => ({
  db: phone.db,
  fetchFile,
  now: () => new Date(phone.clock + 60_000).toISOString(),
});

describe('opening a file', () => {
  test('needs no network for what is here, and asks once for what is not', async () => {
    const [here, there] = [await picture(), await picture()];
    const { phone, jobId } = await phoneWithPhoto(here);
    await takePhoto(phone, there, jobId);
    await sent(phone, there);
    await writing(phone.db, 'relaxed', (tx) => makeRoom(tx, MAX_FILE_BYTES * 100));
    const fetchFile = vi.fn<FetchFile>(() => Promise.resolve(ok(there.bytes)));
    const own = await openStoredFile(opener(phone, fetchFile), here.sha256);
    expect(own.ok && own.value.type).toBe('image/jpeg');
    for (const _time of [1, 2]) {
      const opened = await openStoredFile(opener(phone, fetchFile), there.sha256);
      expect(opened.ok && new Uint8Array(await opened.value.arrayBuffer())).toEqual(there.bytes);
    }
    expect(fetchFile).toHaveBeenCalledTimes(1);
  });

  const strange: readonly (readonly [
    string,
    () => Promise<Result<Uint8Array<ArrayBuffer>, ErrorCode>>,
    string,
  ])[] = [
    ['no network', () => Promise.resolve(err('unavailable')), 'unavailable'],
    ['no right', () => Promise.resolve(err('not_found')), 'not_found'],
    ['the page of a portal', () => Promise.resolve(ok(new TextEncoder().encode('<html>'))), 'file_mismatch'],
    ['another picture', async () => ok((await picture()).bytes), 'file_mismatch'],
  ];
  test.each(strange)('gives nothing with %s', async (_title, fetchFile, code) => {
    const phone = await testPhone();
    const name = (await picture()).sha256;
    expect(await openStoredFile(opener(phone, fetchFile), name)).toEqual(err(code));
    expect(await held(phone.db)).toEqual([]);
  });

  test('keeps nothing of a file whose entry has gone meanwhile', async () => {
    const [phone, file] = [await testPhone(), await picture()];
    const opened = await openStoredFile(
      opener(phone, () => Promise.resolve(ok(file.bytes))),
      file.sha256,
    );
    expect(opened.ok).toBe(true);
    expect(await held(phone.db)).toEqual([]);
  });
});

test('a database of the version before files keeps what waits in it', async () => {
  const { factory } = await testPhone();
  const name = 'revops-before-files';
  await new Promise<void>((resolve, reject) => {
    const request = factory.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      const db = request.result;
      db.createObjectStore('journal', { keyPath: 'id' }).createIndex('order', 'order');
      const rows = db.createObjectStore('rows', { keyPath: 'id' });
      rows.createIndex('lists', 'lists', { multiEntry: true });
      rows.createIndex('head', 'head');
      db.createObjectStore('tray', { keyPath: 'key' });
      db.createObjectStore('rollups', { keyPath: 'key' });
      db.createObjectStore('search', { keyPath: 'bucket' });
      db.createObjectStore('meta').put(7, 'issued');
      request.transaction?.objectStore('journal').put({ id: 'job:1', order: 1 });
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => reject(new Error('not opened')));
  });
  const db = await openDeviceDatabase(name, { indexedDB: factory });
  expect(await reading(db, (tx) => tx.objectStore('journal').getAllKeys())).toEqual(['job:1']);
  expect(await reading(db, (tx) => tx.objectStore('meta').get('issued'))).toBe(7);
  expect(await waitingFiles(db)).toBe(0);
});

test('a file goes again after a restored server has lost its entry', async () => {
  const file = await picture();
  const { phone } = await phoneWithPhoto(file);
  const entries = await acknowledgeAll(phone.db);
  await sent(phone, file);
  expect(await waitingFiles(phone.db)).toBe(0);
  const lost = entries.map(({ id, rev, revisions, body }) => ({
    id,
    rev,
    revisions,
    body,
    server: undefined,
  }));
  await sendAgain(phone.db, lost, phone.env);
  expect(await filesToSend(phone.db)).toMatchObject([{ sha256: file.sha256, turn: 'hold' }]);
});
