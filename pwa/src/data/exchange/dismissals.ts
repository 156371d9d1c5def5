import { reading, writing, type DeviceDatabase } from '../database/open.ts';
import type { Dismissal } from '../database/schema.ts';
import { trayKey } from './refuse.ts';

interface Refusal {
  readonly docId: string;
  readonly rev: string;
}

/** What of the tray is open and waits for an owner's word, newest first. */
export const withoutWord = (db: DeviceDatabase): Promise<Refusal[]> =>
  reading(db, async (tx) =>
    (await tx.objectStore('tray').getAll())
      .filter(({ answered, dismissed }) => !answered && dismissed === undefined)
      .toSorted((a, b) => (a.refusedAt < b.refusedAt ? 1 : -1))
      .map(({ id: docId, rev }) => ({ docId, rev })),
  );

/** Owners have read these and do not want them in. The items stay open: their person has to see that. */
export async function noteDismissals(
  db: DeviceDatabase,
  words: readonly (Refusal & { readonly dismissed: Dismissal })[],
): Promise<void> {
  if (words.length === 0) return;
  await writing(db, 'strict', async (tx) => {
    const tray = tx.objectStore('tray');
    for (const { docId, rev, dismissed } of words) {
      const item = await tray.get(trayKey(docId, rev));
      // Settled or let in meanwhile.
      if (item === undefined || item.answered) continue;
      const { at, reason } = dismissed;
      await tray.put({ ...item, dismissed: { at, reason } });
    }
  });
  db.topics.announce(['tray']);
}
