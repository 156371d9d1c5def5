import { isErasable, personOf, type AnyDocument } from '@revops/domain';
import { reading, type DeviceDatabase } from '../database/open.ts';

/** The document itself, if an owner may erase it, and the person whom it names. */
const erasableIn = (body: AnyDocument): readonly string[] => {
  const person = personOf(body);
  return [...(isErasable(body._id) ? [body._id] : []), ...(person === undefined ? [] : [person])];
};

/** By id, what an owner may have erased of all that only this phone has: what waits, what was refused, what is kept for an owner. */
export const erasableKept = (db: DeviceDatabase): Promise<readonly string[]> =>
  reading(db, async (tx) => {
    const kept = await Promise.all(
      (['journal', 'tray', 'recovery'] as const).map((store) => tx.objectStore(store).getAll()),
    );
    return [...new Set(kept.flat().flatMap(({ body }) => erasableIn(body)))];
  });
