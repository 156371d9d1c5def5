import { deleteMeta, metaIn, putMeta } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import { waitingIn } from '../files/file-records.ts';

/** The person is signing out: nothing may be saved here any more, because it is about to be deleted. */
export class LeavingError extends Error {
  override readonly name = 'LeavingError';
}

declare module '../database/schema.ts' {
  interface MetaValues {
    leaving: true;
  }
}

/**
 * Asks and marks in one transaction, so that no save of another tab falls between the question and the deletion.
 * @returns whether nothing is here that only this phone has.
 */
export const mayLeave = (db: DeviceDatabase): Promise<boolean> =>
  writing(db, 'strict', async (tx) => {
    // A removed person's photos can never be sent any more: they hold nobody back who has handed all else over.
    const isOver = (await metaIn(tx, 'removal'))?.wiped === true;
    const waiting = await tx.objectStore('journal').count();
    const refused = (await tx.objectStore('tray').getAll()).filter(({ answered }) => !answered);
    const files = isOver ? 0 : await waitingIn(tx);
    // Others' work that a restored server has lost and that no owner can see yet.
    const kept = (await tx.objectStore('recovery').getAll()).filter(({ state }) => state === 'held');
    if (waiting > 0 || refused.length > 0 || files > 0 || kept.length > 0) return false;
    await putMeta(tx, 'leaving', true);
    return true;
  });

/** The app was killed in the middle of signing out: the person is still here, and works on. */
export const stay = (db: DeviceDatabase): Promise<void> =>
  writing(db, 'relaxed', async (tx) => {
    if ((await metaIn(tx, 'leaving')) !== undefined) await deleteMeta(tx, 'leaving');
  });
