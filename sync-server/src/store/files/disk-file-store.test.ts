import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOf, textBytes } from '../../testing/file-kit.ts';
import { diskFileStores } from './disk-file-stores.ts';
import { fileStoreContract } from './file-store.contract.ts';

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'revops-files-'));

fileStoreContract('disk', async () => diskFileStores(await makeFolder()));

it('leaves nothing behind but the file', async () => {
  const folder = await makeFolder();
  const store = diskFileStores(folder).of('w1');
  const bytes = textBytes('%PDF-1.7 and what follows');
  const key = { sha256: hashOf(bytes), by: 'meera' };
  await store.append(
    key,
    0,
    (async function* () {
      yield await Promise.resolve(bytes);
    })(),
  );
  expect(await store.finish(key, bytes.length)).toBe('stored');
  const left = await readdir(join(folder, 'files', 'w1'), { recursive: true });
  expect(left.toSorted()).toEqual(
    [key.sha256.slice(0, 2), `${key.sha256.slice(0, 2)}/${key.sha256}-meera`, 'parts'].toSorted(),
  );
});
