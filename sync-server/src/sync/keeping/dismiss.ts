import type { Dismissed } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { auditOf } from '../writing/audit.ts';
import { quarantined, type Readmission } from './readmit.ts';

const maxAttempts = 5;

/**
 * Takes a refused document off the owner's list, with the owner's reason. It is kept, `?all=true` shows it, the document's
 * history tells who did it, and it can be let in later all the same. Repeating it keeps the first reason.
 */
export async function dismiss(
  { store, owner, auditId }: Readmission,
  id: string,
  reason: string,
): Promise<Dismissed> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const kept = await quarantined(store, id);
    if (kept.readmitted !== undefined || kept.dismissed !== undefined) return { id };
    const row = { id: kept.docId, rev: kept.rev, flags: ['dismissed'] };
    // The word first: said twice it is only read twice, and what is off the list was always said.
    await store.bulkWrite([auditOf(owner, auditId(), [row])]);
    const dismissed = { at: owner.arrivedAt, by: owner.userId, reason };
    if ((await store.put({ ...kept, dismissed })).outcome !== 'conflict') return { id };
  }
  throw new AppError('unavailable', 'It could not be taken off the list. Try again.');
}
