import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupError } from '../backup-error.ts';
import { encodeHead, newHead } from './archive-head.ts';
import { archiveKeys, type BackupKey } from './archive-key.ts';
import { sealing } from './sealing.ts';

/**
 * Compresses, seals and writes what `source` yields. The name appears by one rename after the bytes are on the disk, so
 * whatever has the name of an archive is whole. Answers how large it is.
 */
export async function writeArchiveFile(
  path: string,
  key: BackupKey,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  const unfinished = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await stream(unfinished, key, source);
    await flush(unfinished);
    await rename(unfinished, path);
    await flush(dirname(path));
    return (await stat(path)).size;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw inWords(error);
  }
}

async function stream(path: string, key: BackupKey, source: AsyncIterable<Uint8Array>): Promise<void> {
  const head = newHead(key.kind === 'passphrase');
  const { seal, check } = await archiveKeys(key, head);
  await pipeline(
    source,
    createGzip(),
    async function* (compressed: AsyncIterable<Uint8Array>) {
      yield encodeHead(head, check);
      yield* sealing(compressed, seal);
    },
    createWriteStream(path, { mode: 0o600 }),
  );
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function inWords(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupError('There is no room left where backups are written.', { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new BackupError('The server may not write where backups are to be written.', { cause: error });
  return error;
}
