import { reading, type DeviceDatabase } from '../database/open.ts';
import type { FileRecord, ReadTx, WriteTx } from '../database/schema.ts';
import { fileList } from '../projections/photo.ts';
import { makeRoom } from './file-cache.ts';
import type { NewFile } from './new-file.ts';

/**
 * Puts bytes beside the entry that names them, in the transaction of the save. What is here already is sent all the
 * same: it may be another person's file, and the server knows each by who names it.
 */
export async function putFiles(tx: WriteTx, files: readonly NewFile[], addedAt: string): Promise<void> {
  for (const { sha256, size, type, bytes } of files) {
    await makeRoom(tx, size);
    const record: FileRecord = { sha256, size, type, state: 'waiting', addedAt, usedAt: addedAt };
    await Promise.all([
      tx.objectStore('files').put(record),
      tx.objectStore('fileBytes').put({ sha256, bytes }),
    ]);
  }
}

/** How many files are only on this phone yet. */
export const waitingIn = async (tx: ReadTx): Promise<number> =>
  (await tx.objectStore('files').getAll()).filter(({ state }) => state === 'waiting').length;

export const waitingFiles = (db: DeviceDatabase): Promise<number> => reading(db, waitingIn);

/** What stands between a waiting file and the server. */
export type FileTurn =
  /** Its entry is on the server, or was and is not this person's to read any more. */
  | 'send'
  /** Its entry is not on the server yet, or was refused and nobody has answered that. */
  | 'hold'
  /** Its entry was refused and a person has answered: nothing names it. */
  | 'unnamed';

async function turnOf(tx: ReadTx, sha256: string): Promise<FileTurn> {
  const rows = await tx.objectStore('rows').index('lists').getAll(fileList(sha256));
  if (rows.length === 0 || rows.some(({ serverRev }) => serverRev !== undefined)) return 'send';
  return rows.every(({ mark, refused }) => mark === 'refused' && refused === undefined) ? 'unnamed' : 'hold';
}

export interface WaitingFile extends FileRecord {
  readonly turn: FileTurn;
  /** An entry of it is here. */
  readonly isNamed: boolean;
}

/** Everything that waits, in the order it was added. */
export const filesToSend = (db: DeviceDatabase): Promise<WaitingFile[]> =>
  reading(db, async (tx) => {
    const records = await tx.objectStore('files').getAll();
    const waiting = records.filter(({ state }) => state === 'waiting');
    const files: WaitingFile[] = [];
    for (const record of waiting) {
      const named = await tx.objectStore('rows').index('lists').count(fileList(record.sha256));
      files.push({ ...record, turn: await turnOf(tx, record.sha256), isNamed: named > 0 });
    }
    return files.toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
  });

export const fileBytes = (db: DeviceDatabase, sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  reading(db, async (tx) => (await tx.objectStore('fileBytes').get(sha256))?.bytes);
