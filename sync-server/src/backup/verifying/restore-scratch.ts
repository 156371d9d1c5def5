import type { BackupKey } from '../archive/archive-key.ts';
import type { Manifest } from '../archive/archive-record.ts';
import { bringBack } from '../restoring/bring-back.ts';
import { checkArchive } from '../restoring/check-archive.ts';
import { compareWithArchive } from './compare-with-archive.ts';
import { Differences } from './differences.ts';
import { inScratch } from './in-scratch.ts';

export interface ScratchOptions {
  readonly path: string;
  readonly key: BackupKey;
  /** Empty; it is as large as the data afterwards. */
  readonly folder: string;
}

export interface ScratchRestored {
  readonly manifest: Manifest;
  readonly differences: readonly string[];
}

/** Restores an archive into a store in an empty folder, compares the two, and leaves the store there, closed. */
export async function restoreScratch({ path, key, folder }: ScratchOptions): Promise<ScratchRestored> {
  const { manifest } = await checkArchive(path, key);
  const differences = new Differences();
  await inScratch(folder, async (scratch) => {
    await bringBack(scratch, { path, key });
    await compareWithArchive(scratch, { path, key, manifest }, differences);
  });
  return { manifest, differences: differences.words };
}
