import { REMOVED_LIST } from '../fold/removed-list.ts';
import type { ReadTx } from '../database/schema.ts';
import { listed } from './lists.ts';

/** A job that this person may no longer read, with work on it that still waits here. Nothing of its content is left. */
export interface MovedJob {
  readonly id: string;
  readonly entriesWaiting: number;
}

/** The jobs that went to another desk before this phone had sent everything. */
export async function movedJobs(tx: ReadTx): Promise<MovedJob[]> {
  const rows = await listed(tx, REMOVED_LIST);
  return rows.flatMap(({ id, type, removed }) =>
    type === 'job' && removed !== undefined ? [{ id, entriesWaiting: removed.entriesWaiting }] : [],
  );
}
