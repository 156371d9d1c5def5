import { changedFields, hlcOf, type AnyDocument } from '@revops/domain';
import type { JournalEntry, Row, WriteTx } from '../database/schema.ts';

/** The fields that a refused body wanted to change, seen from what stands there now. */
function wanted(standing: AnyDocument, refused: AnyDocument): string[] {
  return changedFields(standing, refused).filter((field) => {
    const held = standing.stamps?.[field];
    return held === undefined || hlcOf(refused.stamps?.[field]) > hlcOf(held);
  });
}

/** Whether a new body says again what was refused, in other words; moving a job answers no refused change of its car. */
function corrects(standing: AnyDocument | undefined, refused: AnyDocument, body: AnyDocument): boolean {
  if (standing === undefined) return true;
  const fields = wanted(standing, refused);
  const changed = new Set(changedFields(standing, body));
  return fields.length === 0 || fields.some((field) => changed.has(field));
}

/**
 * Marks the refusals that a save corrects, in its own transaction; the items stay in the tray.
 * @param rows the documents of the save as they stood before it.
 * @returns the ids that lose their mark.
 */
export async function answerRefusals(
  tx: WriteTx,
  entries: readonly JournalEntry[],
  rows: ReadonlyMap<string, Row | undefined>,
): Promise<ReadonlySet<string>> {
  const tray = tx.objectStore('tray');
  const answered = new Set<string>();
  for (const { id, body } of entries) {
    const row = rows.get(id);
    if (row?.refused === undefined) continue;
    for (const item of await tray.getAll(IDBKeyRange.bound(`${id} `, `${id} \uffff`))) {
      if (item.answered || !corrects(row.doc, item.body, body)) continue;
      await tray.put({ ...item, answered: true, outcome: 'corrected' });
      if (item.rev === row.refused) answered.add(id);
    }
  }
  return answered;
}
