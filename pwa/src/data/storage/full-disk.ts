import { instantOf } from '@revops/domain';
import { checkFence, deleteMeta, metaIn, putMeta, readMeta, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { ReadTx } from '../database/schema.ts';
import { makeRoom } from '../files/file-cache.ts';

/** Room that photos leave free, so that money can be saved for weeks on a phone that they have filled. */
export const reservedBytes = 20 * 1024 * 1024;
/** Where the browser does not tell how much is free, a full disk is believed for so long. */
const believedMs = 5 * 60_000;

/** Lets go of every picture that the server has too; they come again when they are looked at. @returns how many. */
export async function freeRoom(db: DeviceDatabase): Promise<number> {
  const dropped = await writing(db, 'relaxed', (tx) => makeRoom(tx, 0, 0));
  if (dropped > 0) db.topics.announce(['files']);
  return dropped;
}

/** By database, in this tab alone: a disk can be too full to write down that it is. */
const fullHere = new WeakSet<object>();

export const isFullHere = (tx: ReadTx): boolean => fullHere.has(tx.db);

/** Remembers for the pill that the disk is full. */
export async function noteFull(db: DeviceDatabase, now: () => number): Promise<void> {
  try {
    await writing(db, 'relaxed', (tx) => putMeta(tx, 'storageFullAt', instantOf(now())));
  } catch {
    // The disk is as full as that: then this tab remembers, until it has stored something.
    fullHere.add(db.connection());
  }
  db.topics.announce(['meta:storageFullAt']);
}

/** Something was stored after all. */
export function noteStored(db: DeviceDatabase): void {
  if (fullHere.delete(db.connection())) db.topics.announce(['meta:storageFullAt']);
}

interface RoomOptions extends EngineOptions {
  readonly now: () => number;
  readonly freeBytes?: (() => Promise<number | undefined>) | undefined;
}

/** Forgets that the disk was full once there is room again. */
export async function noteRoom(db: DeviceDatabase, { now, freeBytes, fence }: RoomOptions): Promise<void> {
  const since = await readMeta(db, 'storageFullAt');
  if (since === undefined) return;
  const free = await freeBytes?.();
  const isRoom =
    free === undefined ? Math.abs(now() - Date.parse(since)) > believedMs : free > 2 * reservedBytes;
  if (!isRoom) return;
  await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, { fence });
    if ((await metaIn(tx, 'storageFullAt')) === since) await deleteMeta(tx, 'storageFullAt');
  });
  db.topics.announce(['meta:storageFullAt']);
}
