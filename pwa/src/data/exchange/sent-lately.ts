import { stampDevice, stampTimeMs, type AnyDocument } from '@revops/domain';
import { readMeta } from '../database/meta.ts';
import type { DeviceDatabase } from '../database/open.ts';
import { ownStamps } from './own-stamps.ts';
import { sentCopies, type SentCopy } from './sent-copies.ts';

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

/** What this phone's person wrote since then and the server has accepted. */
export async function sentLately(
  db: DeviceDatabase,
  userId: string,
  sinceMs: number,
): Promise<readonly SentCopy[]> {
  const last = await readMeta(db, 'hlc');
  const device = last === undefined ? undefined : stampDevice(last);
  const found: SentCopy[] = [];
  for await (const copies of sentCopies(db))
    found.push(...copies.filter(({ doc }) => isWrittenHere(doc, userId, device, sinceMs)));
  return found;
}
