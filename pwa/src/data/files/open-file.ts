import {
  err,
  fileTypeOf,
  MAX_FILE_BYTES,
  ok,
  type ErrorCode,
  type FileType,
  type Result,
} from '@revops/domain';
import { reading, writing, type DeviceDatabase } from '../database/open.ts';
import { fileList } from '../projections/photo.ts';
import { makeRoom } from './file-cache.ts';
import { hashOf } from './new-file.ts';

/** Asks the server for a file. */
export type FetchFile = (sha256: string) => Promise<Result<Uint8Array<ArrayBuffer>, ErrorCode>>;

interface Opening {
  readonly db: DeviceDatabase;
  readonly fetchFile: FetchFile;
  readonly now: () => string;
}

const asBlob = (bytes: Uint8Array<ArrayBuffer>, type: FileType): Blob => new Blob([bytes], { type });

/** The bytes of a file, from this phone or from the server; what comes from the server is kept while there is room. */
export async function openStoredFile(
  { db, fetchFile, now }: Opening,
  sha256: string,
): Promise<Result<Blob, ErrorCode>> {
  const held = await heldFile(db, sha256, now());
  if (held !== undefined) return ok(held);
  const fetched = await fetchFile(sha256);
  if (!fetched.ok) return fetched;
  const bytes = fetched.value;
  const type = fileTypeOf(bytes);
  // A captive portal or a broken proxy answers too.
  if (type === undefined || bytes.length > MAX_FILE_BYTES || (await hashOf(bytes)) !== sha256)
    return err('file_mismatch');
  // A full phone still shows what it fetched.
  await keep(db, { sha256, bytes, type, at: now() }).catch(() => undefined);
  return ok(asBlob(bytes, type));
}

async function heldFile(db: DeviceDatabase, sha256: string, usedAt: string): Promise<Blob | undefined> {
  const held = await reading(db, async (tx) => {
    const record = await tx.objectStore('files').get(sha256);
    const bytes = record && (await tx.objectStore('fileBytes').get(sha256))?.bytes;
    return record && bytes && { record, bytes };
  });
  if (held === undefined) return undefined;
  if (held.record.state === 'sent')
    await writing(db, 'relaxed', async (tx) => {
      const record = await tx.objectStore('files').get(sha256);
      if (record) await tx.objectStore('files').put({ ...record, usedAt });
    });
  return asBlob(held.bytes, held.record.type);
}

interface Kept {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: FileType;
  readonly at: string;
}

/** Only while a document here names it: the right may have gone while the bytes were on their way. */
async function keep(db: DeviceDatabase, { sha256, bytes, type, at }: Kept): Promise<void> {
  const isKept = await writing(db, 'relaxed', async (tx) => {
    const named = await tx.objectStore('rows').index('lists').count(fileList(sha256));
    const known = await tx.objectStore('files').get(sha256);
    if (named === 0 || known !== undefined) return false;
    const size = bytes.length;
    await makeRoom(tx, size);
    await tx.objectStore('fileBytes').put({ sha256, bytes });
    await tx.objectStore('files').put({ sha256, size, type, state: 'sent', addedAt: at, usedAt: at });
    return true;
  });
  if (isKept) db.topics.announce(['files']);
}
