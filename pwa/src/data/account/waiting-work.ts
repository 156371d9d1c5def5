import { deviceDatabaseName, openDeviceDatabase, reading } from '../database/open.ts';
import { syncView } from '../queries/sync-view.ts';
import type { KnownPerson } from './phone-book.ts';

/** How much of a person who is not in front of the screen is only on this phone: acts, refusals, photos. */
export async function waitingWorkOf({ workshopId, userId }: KnownPerson): Promise<number> {
  const name = deviceDatabaseName(workshopId, userId);
  const existing = (await indexedDB.databases?.()) ?? [{ name }];
  // Opening would make it anew.
  if (!existing.some((one) => one.name === name)) return 0;
  const db = await openDeviceDatabase(name);
  try {
    const { waitingActs, filesWaiting = 0 } = await reading(db, (tx) => syncView(tx, false));
    return Math.max(waitingActs, filesWaiting);
  } finally {
    db.close();
  }
}
