import type { JournalEntry } from '#src/data/index.ts';
import { reading, type DeviceDatabase } from '#src/data/database/open.ts';

/** Ids whose documents this person may no longer read, unless the person collected the money. */
export const removedAmong = (
  db: DeviceDatabase,
  entries: readonly JournalEntry[],
  userId: string,
): Promise<ReadonlySet<string>> =>
  reading(db, async (tx) => {
    const rows = await Promise.all(entries.map(({ id }) => tx.objectStore('rows').get(id)));
    const removed = entries.filter(
      ({ body }, index) => rows[index]?.removed === true && body['collectedBy'] !== userId,
    );
    return new Set(removed.map(({ id }) => id));
  });
