import { instantOf } from '@revops/domain';
import { checkFence, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { Change } from '../fold/base-row.ts';
import { fold } from '../fold/fold.ts';
import { forgetIn, withoutErased } from './forget.ts';
import { isForOwner, putForOwner } from './recovery.ts';

export interface Refused {
  readonly id: string;
  readonly rev: string;
  readonly code: string;
  readonly reason: string;
}

export const trayKey = (id: string, rev: string): string => `${id} ${rev}`;

/**
 * The server refused these revisions for good: each body moves to the tray with its reason, and its entry leaves the
 * journal if its revision is still that one. A later edit of the same document stays and will be sent.
 */
export async function refuse(
  db: DeviceDatabase,
  refused: readonly Refused[],
  options: EngineOptions & { readonly now?: () => number } = {},
): Promise<void> {
  const refusedAt = instantOf((options.now ?? Date.now)());
  const topics = await writing(db, 'strict', async (tx) => {
    await checkFence(tx, options);
    const [journal, tray] = [tx.objectStore('journal'), tx.objectStore('tray')];
    const changes: Change[] = [];
    for (const { id, rev, code, reason } of refused) {
      const entry = await journal.get(id);
      if (entry === undefined || entry.rev !== rev) continue;
      // Nothing of it may stay anywhere.
      if (code === 'erased') {
        changes.push(...(await forgetIn(tx, [id])));
        continue;
      }
      if (isForOwner(entry, code)) {
        await putForOwner(tx, entry);
        changes.push({ id });
        continue;
      }
      const key = trayKey(id, rev);
      const body = await withoutErased(tx, entry.body);
      await tray.put({ key, id, rev, body, code, reason, refusedAt, answered: false });
      await journal.delete(id);
      changes.push({ id, refused: { rev, body } });
    }
    return fold(tx, changes);
  });
  db.topics.announce([...topics, 'journal', 'tray', 'recovery']);
}

/** A person has seen a refusal and dealt with it; the item stays, marked. */
export async function markAnswered(db: DeviceDatabase, key: string): Promise<void> {
  const topics = await writing(db, 'strict', async (tx) => {
    const item = await tx.objectStore('tray').get(key);
    if (item === undefined || item.answered) return new Set<string>();
    await tx.objectStore('tray').put({ ...item, answered: true, outcome: 'settled' });
    const row = await tx.objectStore('rows').get(item.id);
    return row?.refused === item.rev ? fold(tx, [{ id: item.id, refused: 'answered' }]) : new Set<string>();
  });
  db.topics.announce([...topics, 'tray']);
}
