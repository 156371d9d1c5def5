import { checkFence, metaIn, putMeta, type EngineOptions } from '../database/meta.ts';
import { dropFile } from '../files/file-cache.ts';
import { reading, writing, type DeviceDatabase } from '../database/open.ts';
import type { JournalEntry, MetaValues, ReadTx, TrayRecord, WriteTx } from '../database/schema.ts';

/** Everything in words that exists only on this phone. */
export interface OnlyHere {
  readonly entries: readonly JournalEntry[];
  readonly refused: readonly TrayRecord[];
}

async function onlyHereIn(tx: ReadTx | WriteTx): Promise<OnlyHere> {
  const [entries, refused] = await Promise.all([
    (tx as ReadTx).objectStore('journal').index('order').getAll(),
    (tx as ReadTx).objectStore('tray').getAll(),
  ]);
  return { entries, refused };
}

export const onlyHere = (db: DeviceDatabase): Promise<OnlyHere> => reading(db, onlyHereIn);

/** Names a body and its revision. */
export const heldKeys = ({ entries, refused }: OnlyHere): string[] => [
  ...entries.map(({ id, rev }) => `${id} ${rev}`),
  ...refused.map(({ key }) => key),
];

/** What survives: who this device is, how far it has counted, and that this happened. */
const keptMeta: ReadonlySet<string> = new Set<keyof MetaValues>([
  'issued',
  'jobCounter',
  'order',
  'hlc',
  'clockOffsetMs',
  'usedSince',
  'fence',
  'projection',
  'timeZone',
  'sync',
  'removal',
]);

async function clear(tx: WriteTx): Promise<void> {
  const stores = ['journal', 'rows', 'tray', 'rollups', 'search', 'drafts', 'recovery'] as const;
  await Promise.all(stores.map((name) => tx.objectStore(name).clear()));
  // The hand-over takes text. Bytes that nobody else has stay until the person exports them and signs out.
  for (const { sha256, state } of await tx.objectStore('files').getAll())
    if (state !== 'waiting') await dropFile(tx, sha256);
  const meta = tx.objectStore('meta');
  const keys = await meta.getAllKeys();
  // Which replicas there are is forgotten only after they have gone.
  const gone = keys.filter((key) => !keptMeta.has(key) && key !== 'replica');
  await Promise.all(gone.map((key) => meta.delete(key)));
}

/**
 * The server has said that it keeps everything of this removed person's phone. Deletes all documents here when it had
 * said so before, long enough ago and of the very same bodies; else remembers that it said so now.
 * @returns when it was first said of everything that is here; undefined after the deletion.
 */
export async function confirmHandOver(
  db: DeviceDatabase,
  confirmed: readonly string[],
  { now, restMs, fence }: EngineOptions & { readonly now: number; readonly restMs: number },
): Promise<number | undefined> {
  const outcome = await writing(db, 'strict', async (tx) => {
    await checkFence(tx, { fence });
    const [before, held] = [await metaIn(tx, 'removal'), heldKeys(await onlyHereIn(tx))];
    const isAll = (keys: readonly string[] = []): boolean => {
      const known = new Set(keys);
      return held.every((key) => known.has(key));
    };
    const since = before?.confirmedAt;
    // A clock that was set back counts from now.
    if (since === undefined || since > now || !isAll(before?.confirmed)) {
      await putMeta(tx, 'removal', { confirmedAt: now, confirmed: [...confirmed] });
      return now;
    }
    if (now - since < restMs || !isAll(confirmed)) return since;
    await clear(tx);
    await putMeta(tx, 'removal', { wiped: true });
    return undefined;
  });
  db.topics.announce(
    outcome === undefined ? ['journal', 'tray', 'rollups', 'wiped', 'meta:removal'] : ['meta:removal'],
  );
  return outcome;
}
