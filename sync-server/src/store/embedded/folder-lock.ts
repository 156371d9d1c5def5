import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { closePouch, openPouch, type Pouch } from './pouch.ts';

// PouchDB shares an open LevelDB within a process, so LevelDB's lock cannot see a second server in it.
const held = new Set<string>();

/**
 * One server per folder. Between processes the lock is LevelDB's own, held by the operating system and gone with the
 * process: a kill -9 leaves nothing to clean up and a recycled process id cannot fool it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const key = await realpath(folder);
  if (held.has(key)) throw taken(folder);
  held.add(key);
  const lock = openPouch(join(key, 'lock'));
  try {
    await lock.info();
  } catch (error) {
    held.delete(key);
    throw taken(folder, error);
  }
  return () => release(key, lock);
}

function taken(folder: string, cause?: unknown): Error {
  const words = `Another RevOps server is already running on ${folder}. Stop it first, or set DATA_DIR to another folder.`;
  return new Error(words, cause === undefined ? undefined : { cause });
}

async function release(key: string, lock: Pouch): Promise<void> {
  await closePouch(lock);
  held.delete(key);
}
