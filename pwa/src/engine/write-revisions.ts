import { yieldToEvents } from '#src/data/index.ts';
import type { Replica } from './env.ts';

/** As small as the transactions of rows: both stand before the same disk, and a save must get through. */
const perTransaction = 50;

/** Puts revisions into the replica as they are; one that is there already changes nothing. */
export async function writeRevisions(
  replica: Replica,
  documents: readonly Record<string, unknown>[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += perTransaction) {
    if (start > 0) await yieldToEvents();
    const part = documents.slice(start, start + perTransaction);
    const answers = await replica.bulkDocs(part, { new_edits: false });
    const failed = answers.find((answer) => 'error' in answer);
    if (failed !== undefined) throw new Error(`the replica refused ${failed.id ?? 'a document'}`);
  }
}
