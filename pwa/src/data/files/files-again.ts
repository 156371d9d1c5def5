import { checkFence, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import { fileList } from '../projections/photo.ts';

/**
 * A server that was put back may have an entry and not its bytes, which came later. So the files that this person's
 * entries name wait again; the server says of each that is there, and nothing travels twice.
 */
export async function offerFilesAgain(
  db: DeviceDatabase,
  userId: string,
  options: EngineOptions = {},
): Promise<void> {
  await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    const files = tx.objectStore('files');
    for (const { retryAt: _retryAt, ...record } of await files.getAll()) {
      if (record.state !== 'sent') continue;
      const rows = await tx.objectStore('rows').index('lists').getAll(fileList(record.sha256));
      if (rows.some(({ doc }) => doc?.createdBy === userId)) await files.put({ ...record, state: 'waiting' });
    }
  });
  db.topics.announce(['files']);
}
