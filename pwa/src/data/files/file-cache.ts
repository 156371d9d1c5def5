import { writing, type DeviceDatabase } from '../database/open.ts';
import { checkFence, type EngineOptions } from '../database/meta.ts';
import type { FileRecord, WriteTx } from '../database/schema.ts';
import { fileList } from '../projections/photo.ts';

/** Some 60 photos as the app takes them: a job's pictures of a few days, and little of what a cheap phone has. */
export const maxCachedBytes = 60 * 1024 * 1024;

export async function dropFile(tx: WriteTx, sha256: string): Promise<void> {
  await Promise.all([tx.objectStore('files').delete(sha256), tx.objectStore('fileBytes').delete(sha256)]);
}

/** Lets the longest unused files go that the server has too. What only this phone has is never counted or dropped. @returns how many. */
export async function makeRoom(tx: WriteTx, bytes: number, limit = maxCachedBytes): Promise<number> {
  const records = await tx.objectStore('files').getAll();
  const cached = records.filter(({ state }) => state === 'sent').toSorted(byUse);
  let total = bytes + cached.reduce((sum, { size }) => sum + size, 0);
  let dropped = 0;
  for (const { sha256, size } of cached) {
    if (total <= limit) break;
    await dropFile(tx, sha256);
    total -= size;
    dropped += 1;
  }
  return dropped;
}

const byUse = (a: FileRecord, b: FileRecord): number => (a.usedAt < b.usedAt ? -1 : 1);

async function isNeeded(tx: WriteTx, { sha256, state, trayKey }: FileRecord): Promise<boolean> {
  switch (state) {
    case 'waiting':
      return true;
    case 'refused':
      return trayKey !== undefined && (await tx.objectStore('tray').get(trayKey))?.answered === false;
    case 'sent':
      return (await tx.objectStore('rows').index('lists').count(fileList(sha256))) > 0;
  }
}

/** Lets go of what this person may not read any more, and of what was refused and is dealt with. @returns how many. */
export async function dropUnnamed(db: DeviceDatabase, options: EngineOptions = {}): Promise<number> {
  const dropped = await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    const records = await tx.objectStore('files').getAll();
    let count = 0;
    for (const record of records) {
      if (await isNeeded(tx, record)) continue;
      await dropFile(tx, record.sha256);
      count += 1;
    }
    return count;
  });
  if (dropped > 0) db.topics.announce(['files']);
  return dropped;
}
