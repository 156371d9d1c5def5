import type { Replica } from './env.ts';

/** Puts revisions into the replica as they are; one that is there already changes nothing. */
export async function writeRevisions(
  replica: Replica,
  documents: readonly Record<string, unknown>[],
): Promise<void> {
  if (documents.length === 0) return;
  const answers = await replica.bulkDocs([...documents], { new_edits: false });
  const failed = answers.find((answer) => 'error' in answer);
  if (failed !== undefined) throw new Error(`the replica refused ${failed.id ?? 'a document'}`);
}
