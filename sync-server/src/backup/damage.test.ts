import { readFile, writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { revision } from '../store/contract/contract-kit.ts';
import {
  addFile,
  addWorkshop,
  archiveOf,
  everyLeaf,
  filesIn,
  scratchSource,
  testKey,
} from '../testing/backup-kit.ts';
import { parseBackupKey } from './archive/archive-key.ts';
import { restoreArchive } from './restoring/restore-archive.ts';

const restoring = { key: testKey, now: Date.now, into: 'empty', replace: false } as const;
let path = '';
let whole: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const source = await scratchSource();
  await addWorkshop(source, 'rao');
  await (await source.stores.open('ws-rao')).bulkWrite([revision('job:1', 'a')]);
  await addFile(source, 'rao', 200_000);
  ({ path } = await archiveOf(source));
  whole = new Uint8Array(await readFile(path));
  await source.end();
});

async function restoredFrom(bytes: Uint8Array): Promise<{ readonly words: string; readonly stored: object }> {
  const target = await scratchSource();
  const copy = `${target.folder}/damaged.rbk`;
  await writeFile(copy, bytes);
  const words = await restoreArchive(target, { ...restoring, path: copy }).then(
    () => 'restored',
    (error: unknown) => (error as Error).message,
  );
  const stored = await everyLeaf(target);
  await target.end();
  return { words, stored };
}

it('any flipped bit is noticed, and nothing is restored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const { words, stored } = await restoredFrom(bytes);
      expect(words).toMatch(/damaged|no RevOps archive|format/);
      expect(stored).toEqual({});
    }),
    { numRuns: 60 },
  );
});

it('any cut is noticed, also between two chunks, and so is anything added', async () => {
  const between = 80 + 65_536 + 16;
  const cuts = fc.oneof(fc.constant(between), fc.constant(2 * (between - 80) + 80), fc.nat(whole.length - 1));
  await fc.assert(
    fc.asyncProperty(cuts, async (length) => {
      const { words, stored } = await restoredFrom(whole.slice(0, length));
      expect(words).toMatch(/damaged|cut off/);
      expect(stored).toEqual({});
    }),
    { numRuns: 25 },
  );
  const longer = new Uint8Array(whole.length + 1);
  longer.set(whole);
  expect((await restoredFrom(longer)).words).toMatch(/damaged/);
});

it('chunks that change places are noticed', async () => {
  const size = 65_536 + 16;
  const bytes = whole.slice();
  bytes.set(whole.subarray(80 + size, 80 + 2 * size), 80);
  bytes.set(whole.subarray(80, 80 + size), 80 + size);
  expect((await restoredFrom(bytes)).words).toMatch(/damaged/);
});

it('a wrong key says that it is the key', async () => {
  const target = await scratchSource();
  const other = { kind: 'raw', bytes: new Uint8Array(32) } as const;
  await expect(restoreArchive(target, { ...restoring, path, key: other })).rejects.toThrow(
    /key does not open/,
  );
  await target.end();
});

it('a passphrase opens what it sealed, another one does not', async () => {
  const source = await scratchSource();
  const target = await scratchSource();
  await addWorkshop(source, 'rao');
  const key = parseBackupKey('four words of a passphrase');
  if (!key) throw new Error('not taken for a passphrase');
  const sealed = await archiveOf(source, key);
  const wrong = parseBackupKey('four words of some passphrase') ?? key;
  const from = { ...restoring, path: sealed.path };
  await expect(restoreArchive(target, { ...from, key: wrong })).rejects.toThrow(/key does not open/);
  await restoreArchive(target, { ...from, key });
  expect(await target.stores.list()).toContain('ws-rao');
  expect(await filesIn(sealed.path.slice(0, -sealed.name.length))).toEqual([sealed.name]);
  await Promise.all([source.end(), target.end()]);
});

it('tells keys from passphrases and refuses short ones', () => {
  expect(parseBackupKey('00'.repeat(32))).toMatchObject({ kind: 'raw' });
  expect(parseBackupKey(Buffer.alloc(32, 3).toString('base64'))).toMatchObject({ kind: 'raw' });
  expect(parseBackupKey('correct horse battery')).toMatchObject({ kind: 'passphrase' });
  expect(parseBackupKey('short')).toBeUndefined();
});
