import { stampDevice, stampTimeMs, type AnyDocument } from '@revops/domain';
import { metaIn } from '../database/meta.ts';
import { reading, type DeviceDatabase } from '../database/open.ts';
import { serverCopy, type ServerCopy } from '../fold/base-row.ts';
import { ownStamps } from './own-stamps.ts';

const chunkSize = 500;

/** As the server has it, with the revision that it has there. */
export interface SentCopy extends ServerCopy {
  readonly id: string;
}

/** An entry of one's own, or a record with a word of this device, of that time or later. */
function isWrittenHere(
  doc: AnyDocument,
  userId: string,
  device: string | undefined,
  sinceMs: number,
): boolean {
  if (doc.stamps === undefined) return doc.createdBy === userId && Date.parse(doc.createdAt) >= sinceMs;
  return ownStamps(doc, device).some((hlc) => stampTimeMs(hlc) >= sinceMs);
}

/** What this phone's person wrote since then and the server has accepted; reads everything, in small steps. */
export async function sentLately(
  db: DeviceDatabase,
  userId: string,
  sinceMs: number,
): Promise<readonly SentCopy[]> {
  const found: SentCopy[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const from = after;
    after = await reading(db, async (tx) => {
      const range = from === '' ? null : IDBKeyRange.lowerBound(from, true);
      const rows = await tx.objectStore('rows').getAll(range, chunkSize);
      const last = await metaIn(tx, 'hlc');
      const device = last === undefined ? undefined : stampDevice(last);
      for (const row of rows) {
        const copy = serverCopy(row);
        if (copy !== undefined && isWrittenHere(copy.doc, userId, device, sinceMs))
          found.push({ id: row.id, ...copy });
      }
      return rows.length < chunkSize ? undefined : rows.at(-1)?.id;
    });
  }
  return found;
}
