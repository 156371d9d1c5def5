import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, isSame, jpegOf, textBytes } from '../../testing/file-kit.ts';
import type { FileKey, FileStore, FileStores } from './file-store.ts';

const keyOf = (bytes: Uint8Array, by = 'meera'): FileKey => ({ sha256: hashOf(bytes), by });

async function* chunked(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function* broken(bytes: Uint8Array, size?: number): AsyncGenerator<Uint8Array> {
  yield* chunked(bytes, size);
  throw new Error('the connection was cut');
}

async function whole(store: FileStore, key: FileKey, range?: { start: number; end: number }) {
  const parts: Uint8Array[] = [];
  for await (const chunk of await store.read(key, range)) parts.push(chunk as Uint8Array);
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** The behaviour every store of files owes the routes; run once per implementation. */
export function fileStoreContract(name: string, makeStores: () => Promise<FileStores>): void {
  describe(`file store contract: ${name}`, () => {
    let stores: FileStores;
    let store: FileStore;
    beforeAll(async () => {
      stores = await makeStores();
      store = stores.of(`files-${randomBytes(4).toString('hex')}`);
    });

    const put = async (bytes: Uint8Array, key: FileKey): Promise<string> => {
      expect(await store.append(key, 0, chunked(bytes))).toBe(bytes.length);
      return store.finish(key, bytes.length);
    };

    it('gives back what it was given, whole and in ranges', async () => {
      const bytes = jpegOf(3_000_000);
      const key = keyOf(bytes);
      expect(await store.stat(key)).toBeUndefined();
      expect(await put(bytes, key)).toBe('stored');
      expect(await store.stat(key)).toEqual({ size: bytes.length, type: 'image/jpeg' });
      expect(isSame(await whole(store, key), bytes)).toBe(true);
      const range = { start: 1_000_000, end: 2_500_000 };
      expect(isSame(await whole(store, key, range), bytes.subarray(range.start, range.end + 1))).toBe(true);
      expect(isSame(await whole(store, key, { start: 0, end: 0 }), bytes.subarray(0, 1))).toBe(true);
      expect(await store.received(key)).toBe(0);
    });

    it('lists what is here whole, and makes nothing by listing', async () => {
      const other = stores.of(`files-${randomBytes(4).toString('hex')}`);
      const listed = async (): Promise<readonly FileKey[]> => {
        const keys: FileKey[] = [];
        for await (const key of other.list()) keys.push(key);
        return keys;
      };
      expect(await listed()).toEqual([]);
      const keys: FileKey[] = [];
      for (const by of ['asha', 'meera-2']) {
        const bytes = jpegOf(5000);
        keys.push(keyOf(bytes, by));
        await other.append(keyOf(bytes, by), 0, chunked(bytes));
        await other.finish(keyOf(bytes, by), bytes.length);
      }
      const unfinished = jpegOf(50_000);
      await other.append(keyOf(unfinished), 0, chunked(unfinished));
      expect(await listed()).toEqual(keys.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)));
    });

    it('keeps what came before a cut, and goes on from there', async () => {
      const bytes = jpegOf(2_000_000);
      const key = keyOf(bytes);
      await expect(store.append(key, 0, broken(bytes.subarray(0, 700_000)))).rejects.toThrow('cut');
      const received = await store.received(key);
      expect(received).toBeGreaterThan(600_000);
      expect(received).toBeLessThanOrEqual(700_000);
      expect(await store.stat(key)).toBeUndefined();
      expect(await store.append(key, received, chunked(bytes.subarray(received)))).toBe(bytes.length);
      expect(await store.finish(key, bytes.length)).toBe('stored');
      expect(isSame(await whole(store, key), bytes)).toBe(true);
    });

    it('takes nothing that does not join on to what is here, and says what is here', async () => {
      const bytes = jpegOf(600_000);
      const key = keyOf(bytes);
      await store.append(key, 0, chunked(bytes.subarray(0, 200_000)));
      expect(await store.append(key, 300_000, chunked(bytes.subarray(300_000)))).toBe(200_000);
      expect(await store.append(key, 0, chunked(bytes))).toBe(200_000);
      expect(await store.received(key)).toBe(200_000);
    });

    it('drops bytes that are not what their name says', async () => {
      const bytes = jpegOf(200_000);
      const key = keyOf(jpegOf(200_000));
      expect(await put(bytes, key)).toBe('wrong_bytes');
      expect(await store.stat(key)).toBeUndefined();
      expect(await store.received(key)).toBe(0);
    });

    it('drops what is no picture and no paper', async () => {
      const bytes = textBytes('<html><script>alert(1)</script></html>'.repeat(3000));
      expect(await put(bytes, keyOf(bytes))).toBe('wrong_type');
      expect(await store.stat(keyOf(bytes))).toBeUndefined();
      expect(await store.received(keyOf(bytes))).toBe(0);
    });

    it('keeps the files and the unfinished files of people and of workshops apart', async () => {
      const bytes = jpegOf(100_000);
      expect(await put(bytes, keyOf(bytes, 'meera'))).toBe('stored');
      expect(await store.stat(keyOf(bytes, 'manoj'))).toBeUndefined();
      await store.append(keyOf(bytes, 'asha'), 0, chunked(bytes.subarray(0, 70_000)));
      expect(await store.received(keyOf(bytes, 'manoj'))).toBe(0);
      expect(await stores.of('elsewhere').stat(keyOf(bytes, 'meera'))).toBeUndefined();
      expect(await put(bytes, keyOf(bytes, 'manoj'))).toBe('stored');
      expect(isSame(await whole(store, keyOf(bytes, 'manoj')), bytes)).toBe(true);
    });

    it('removes a file and whatever arrived of it', async () => {
      const [one, two] = [jpegOf(100_000), jpegOf(100_000)];
      await put(one, keyOf(one));
      await store.append(keyOf(two), 0, chunked(two.subarray(0, 80_000)));
      for (const bytes of [one, two]) await store.remove(keyOf(bytes));
      expect(await store.stat(keyOf(one))).toBeUndefined();
      expect(await store.received(keyOf(two))).toBe(0);
      await store.remove(keyOf(one));
    });

    it('forgets unfinished files of which nothing came for long, and no others', async () => {
      const [one, two] = [jpegOf(100_000), jpegOf(100_000)];
      await put(one, keyOf(one));
      await store.append(keyOf(two), 0, chunked(two.subarray(0, 80_000)));
      await store.sweep(Date.now() - 60_000);
      expect(await store.received(keyOf(two))).toBe(80_000);
      await store.sweep(Date.now() + 60_000);
      expect(await store.received(keyOf(two))).toBe(0);
      expect(isSame(await whole(store, keyOf(one)), one)).toBe(true);
    });

    it('is not led out of its place by any name', async () => {
      const odd = ['../evil', '..', '.', '', 'a/b', 'a%2Fb', 'A'.repeat(64), `${'a'.repeat(63)}.`, '\u0000'];
      for (const sha256 of odd) {
        const key = { sha256, by: 'meera' };
        await expect(async () => store.stat(key)).rejects.toMatchObject({ code: 'bad_request' });
        await expect(async () => store.append(key, 0, chunked(jpegOf(10)))).rejects.toMatchObject({
          code: 'bad_request',
        });
      }
      const key = { sha256: 'ab'.repeat(32), by: '../meera' };
      await expect(async () => store.received(key)).rejects.toMatchObject({ code: 'bad_request' });
      for (const workshop of ['../evil', '', 'a/b'])
        expect(() => stores.of(workshop)).toThrow('Not a workshop');
    });
  });
}
