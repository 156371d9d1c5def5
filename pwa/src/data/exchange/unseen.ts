import { checkFence, metaIn, putMeta, readMeta, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { WriteTx } from '../database/schema.ts';

interface Revision {
  readonly id: string;
  readonly rev: string;
}

declare module '../database/schema.ts' {
  interface MetaValues {
    /** What the server has accepted and its feed has not told yet. */
    unseen: readonly string[];
  }
}

export const unseenKey = ({ id, rev }: Revision): string => `${id} ${rev}`;

/**
 * A server that is put back to before these were stored, and to after this phone's place in the feed, looks as if
 * nothing had happened: only these tell. Written with what clears the journal, so that none is in neither.
 */
export async function noteUnseen(tx: WriteTx, accepted: readonly Revision[]): Promise<void> {
  const known = (await metaIn(tx, 'unseen')) ?? [];
  await putMeta(tx, 'unseen', [...new Set([...known, ...accepted.map(unseenKey)])]);
}

export async function unseenRevisions(db: DeviceDatabase): Promise<readonly Revision[]> {
  const keys = (await readMeta(db, 'unseen')) ?? [];
  return keys.map((key) => {
    const at = key.lastIndexOf(' ');
    return { id: key.slice(0, at), rev: key.slice(at + 1) };
  });
}

/** These were found on the server; what was accepted meanwhile stays. */
export async function forgetUnseen(
  db: DeviceDatabase,
  found: readonly Revision[],
  options: EngineOptions = {},
): Promise<void> {
  const keys = new Set(found.map(unseenKey));
  await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    const known = (await metaIn(tx, 'unseen')) ?? [];
    await putMeta(
      tx,
      'unseen',
      known.filter((key) => !keys.has(key)),
    );
  });
}
