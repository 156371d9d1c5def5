import { isDiskFull } from '../database/dead-connection.ts';
import type { DeviceDatabase } from '../database/open.ts';
import type { NewFile } from '../files/new-file.ts';
import { freeRoom, noteFull, noteStored, reservedBytes } from '../storage/full-disk.ts';
import type { SaveEnvironment } from './save-environment.ts';

/** Browsers count what was deleted some seconds later as free; a person waits that long rather than type it again. */
const pausesMs = [0, 1500, 5000];

const noRoom = (): DOMException => new DOMException('no room for pictures', 'QuotaExceededError');

/** Pictures wait where little is left: what they would take is kept for money. */
async function assertRoomFor(env: SaveEnvironment, files: readonly NewFile[]): Promise<void> {
  if (files.length === 0) return;
  const free = await env.freeBytes?.();
  const needed = files.reduce((sum, { size }) => sum + size, reservedBytes);
  if (free !== undefined && free < needed) throw noRoom();
}

/** Saves; on a full disk the app's own copies of what the server has go first, and then it is tried again. */
export async function withRoom<T>(
  db: DeviceDatabase,
  env: SaveEnvironment,
  files: readonly NewFile[],
  save: () => Promise<T>,
): Promise<T> {
  let failure: unknown;
  try {
    await assertRoomFor(env, files);
    const saved = await save();
    noteStored(db);
    return saved;
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    failure = error;
  }
  await freeRoom(db).catch(() => 0);
  for (const pauseMs of pausesMs) {
    await (env.pause ?? pause)(pauseMs);
    try {
      await assertRoomFor(env, files);
      return await save();
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      failure = error;
    }
  }
  await noteFull(db, env.now);
  throw failure;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
