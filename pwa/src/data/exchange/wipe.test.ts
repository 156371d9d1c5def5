import { expect, test } from 'vitest';
import { writeMeta } from '../database/meta.ts';
import { reading, writing } from '../database/open.ts';
import type { FileRecord, StoreName } from '../database/schema.ts';
import { acknowledgeAll, opening, testPhone, type TestPhone } from '../testing/phone.ts';
import { confirmHandOver, heldKeys, onlyHere } from './wipe.ts';

const restMs = 60_000;

const keysOf = (phone: TestPhone, store: StoreName) =>
  reading(phone.db, (tx) => tx.objectStore(store).getAllKeys() as Promise<unknown[]>);

const file = (sha256: string, state: FileRecord['state']): FileRecord => ({
  sha256,
  size: 1,
  type: 'image/jpeg',
  state,
  addedAt: '2026-05-01T06:00:00.000Z',
  usedAt: '2026-05-01T06:00:00.000Z',
});

async function phoneWithWork(): Promise<TestPhone> {
  const phone = await testPhone();
  await phone.save(opening());
  await acknowledgeAll(phone.db);
  await phone.save(opening({ plate: 'MH12AB9999' }));
  return phone;
}

const confirm = async (phone: TestPhone, now: number) =>
  confirmHandOver(phone.db, heldKeys(await onlyHere(phone.db)), { now, restMs });

test('everything goes at the second word but who the device is, and bytes that nobody else has', async () => {
  const phone = await phoneWithWork();
  await writeMeta(phone.db, 'applied', { replica: 'one', seq: 7 });
  await writing(phone.db, 'strict', async (tx) => {
    for (const record of [file('a', 'waiting'), file('b', 'sent')]) {
      await tx.objectStore('files').put(record);
      await tx.objectStore('fileBytes').put({ sha256: record.sha256, bytes: new Uint8Array([1]) });
    }
  });
  expect(await confirm(phone, 1000)).toBe(1000);
  expect(await confirm(phone, 60_999)).toBe(1000);
  expect(await keysOf(phone, 'rows')).not.toEqual([]);
  expect(await confirm(phone, 61_000)).toBeUndefined();
  for (const store of ['journal', 'rows', 'tray', 'rollups', 'search'] as const)
    expect([store, await keysOf(phone, store)]).toEqual([store, []]);
  expect(await keysOf(phone, 'files')).toEqual(['a']);
  expect(await keysOf(phone, 'fileBytes')).toEqual(['a']);
  const meta = await keysOf(phone, 'meta');
  expect(meta).toEqual(expect.arrayContaining(['issued', 'jobCounter', 'order', 'hlc', 'removal']));
  expect(meta).not.toContain('applied');
});

test('what was not confirmed at the first word, a clock set back, or a word that misses something begins anew', async () => {
  const phone = await phoneWithWork();
  await confirm(phone, 500_000);
  await phone.save(opening({ plate: 'MH12AB0001' }));
  expect(await confirm(phone, 600_000)).toBe(600_000);
  expect(await confirm(phone, 1000)).toBe(1000);
  expect(await confirmHandOver(phone.db, [], { now: 700_000, restMs })).toBe(1000);
  expect(await keysOf(phone, 'rows')).not.toEqual([]);
});
