import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { timingSafeEqual } from 'node:crypto';
import { BackupError } from '../backup-error.ts';
import { decodeHead, headBytes } from './archive-head.ts';
import { archiveKeys, type BackupKey } from './archive-key.ts';
import { recordFormat, type ArchiveRecord } from './archive-record.ts';
import { ByteReader } from './byte-reader.ts';
import { unsealing } from './unsealing.ts';

/** A record and, for a file, its bytes; they must be read before the next record is asked for. */
export interface Read {
  readonly record: ArchiveRecord;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const nothing = Readable.from([]) as AsyncIterable<Uint8Array>;

/** Every record in order, each proven genuine; that the archive is whole is known only after the last. */
export async function* readArchive(path: string, key: BackupKey): AsyncGenerator<Read> {
  const sealKey = await sealKeyOf(path, key);
  const plain = createGunzip();
  // A failure anywhere before destroys `plain` with it, and whoever reads meets it there.
  pipeline(
    createReadStream(path, { start: headBytes }),
    (source) => unsealing(source, sealKey),
    plain,
    () => undefined,
  );
  const reader = new ByteReader(plain);
  try {
    yield* records(reader);
  } finally {
    await reader.end();
    plain.destroy();
  }
}

async function* records(reader: ByteReader): AsyncGenerator<Read> {
  let last: ArchiveRecord | undefined;
  for (;;) {
    const line = await reader.line();
    if (line === undefined) break;
    const record = JSON.parse(line) as ArchiveRecord;
    if (last === undefined) requireStart(record);
    if (record.kind === 'file') yield { record, bytes: reader.bytes(record.size) };
    else yield { record, bytes: nothing };
    last = record;
  }
  if (last?.kind !== 'manifest') throw new BackupError('The archive has no end. It was never finished.');
}

function requireStart(record: ArchiveRecord): void {
  if (record.kind !== 'start') throw new BackupError('The archive does not begin as archives do.');
  if (record.format > recordFormat)
    throw new BackupError(
      'The archive was written by a newer version of RevOps. Restore it with that version.',
    );
}

async function sealKeyOf(path: string, key: BackupKey): Promise<Uint8Array> {
  const { head, check } = decodeHead(await firstBytes(path));
  const keys = await archiveKeys(key, head);
  if (!timingSafeEqual(keys.check, check))
    throw new BackupError('This key does not open this archive. Is BACKUP_KEY the one it was written with?');
  return keys.seal;
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new BackupError(`The archive ${path} cannot be opened.`, { cause: error });
  });
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
