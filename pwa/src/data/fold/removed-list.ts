import type { ReadTx, WriteTx } from '../database/schema.ts';

/** The list in which marks of lost documents stand, so that a screen finds them. */
export const REMOVED_LIST = 'removed|';

/** Whether there is any; mostly there is none, and one question spares many. */
export async function hasRemovedMarks(tx: ReadTx | WriteTx): Promise<boolean> {
  const index = (tx as ReadTx).objectStore('rows').index('lists');
  return (await index.getKey(REMOVED_LIST)) !== undefined;
}
