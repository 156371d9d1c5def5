import { checkFence, type EngineOptions } from '../database/meta.ts';
import { reading, writing, type DeviceDatabase } from '../database/open.ts';
import type { FileRecord, ReadTx, WriteTx } from '../database/schema.ts';
import { fileList } from '../projections/photo.ts';

/** What the server has said it has, and this person's entries name. */
async function ownSentIn(tx: WriteTx | ReadTx, userId: string): Promise<FileRecord[]> {
  const own: FileRecord[] = [];
  for (const record of await (tx as ReadTx).objectStore('files').getAll()) {
    if (record.state !== 'sent') continue;
    const rows = await (tx as ReadTx).objectStore('rows').index('lists').getAll(fileList(record.sha256));
    if (rows.some(({ doc }) => doc?.createdBy === userId)) own.push(record);
  }
  return own;
}

export const ownSentFiles = (db: DeviceDatabase, userId: string): Promise<string[]> =>
  reading(db, async (tx) => (await ownSentIn(tx, userId)).map(({ sha256 }) => sha256));

/**
 * A server that was put back may have an entry and not its bytes, which came later. So the files that this person's
 * entries name wait again; the server says of each that is there, and nothing travels twice.
 * @param only these of them; all where nothing is said.
 */
export async function offerFilesAgain(
  db: DeviceDatabase,
  userId: string,
  options: EngineOptions & { readonly only?: readonly string[] } = {},
): Promise<void> {
  const only = options.only && new Set(options.only);
  await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    for (const { retryAt: _retryAt, ...record } of await ownSentIn(tx, userId))
      if (only?.has(record.sha256) !== false)
        await tx.objectStore('files').put({ ...record, state: 'waiting' });
  });
  db.topics.announce(['files']);
}
