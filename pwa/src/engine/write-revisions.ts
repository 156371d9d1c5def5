import { stepSize, untilSaved, yieldToEvents } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';

/**
 * Puts revisions into the replica as they are; one that is there already changes nothing. In transactions as small as
 * those of rows: both stand before the same disk, and a save must get through.
 */
export async function writeRevisions(
  { db }: Pick<EngineEnv, 'db'>,
  replica: Replica,
  documents: readonly Record<string, unknown>[],
): Promise<void> {
  for (let rest = documents; rest.length > 0;) {
    if (rest !== documents) await yieldToEvents();
    await untilSaved(db);
    const part = rest.slice(0, stepSize(db));
    rest = rest.slice(part.length);
    const answers = await replica.bulkDocs(part, { new_edits: false });
    const failed = answers.find((answer) => 'error' in answer);
    if (failed !== undefined) throw new Error(`the replica refused ${failed.id ?? 'a document'}`);
  }
}
