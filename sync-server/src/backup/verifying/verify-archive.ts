import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { diskFileStores } from '#src/store/files/disk-file-stores.ts';
import type { BackupKey } from '../archive/archive-key.ts';
import type { Manifest } from '../archive/archive-record.ts';
import type { BackupSource } from '../reading/backup-source.ts';
import { bringBack } from '../restoring/bring-back.ts';
import { checkArchive } from '../restoring/check-archive.ts';
import { compareWithArchive } from './compare-with-archive.ts';
import { compareWithSource } from './compare-with-source.ts';
import { Differences } from './differences.ts';

export interface Verified {
  readonly manifest: Manifest;
  /** Empty when all is as it should be. */
  readonly differences: readonly string[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

export interface VerifyOptions {
  readonly path: string;
  readonly key: BackupKey;
  readonly source?: BackupSource | undefined;
  /** For the scratch store, which is as large as the data; a temporary folder where it is left out. */
  readonly scratchIn?: string | undefined;
}

/** Restores an archive into a scratch store and compares the two, and with the source where it is at hand. */
export async function verifyArchive(options: VerifyOptions): Promise<Verified> {
  const { path, key, source } = options;
  const { manifest } = await checkArchive(path, key);
  const folder = await mkdtemp(join(options.scratchIn ?? tmpdir(), 'revops-verify-'));
  const stores = await openEmbeddedStore({ folder });
  const scratch = { stores, files: diskFileStores(folder) };
  const differences = new Differences();
  try {
    await bringBack(scratch, { path, key });
    await compareWithArchive(scratch, { path, key, manifest }, differences);
    const notes = source ? await compareWithSource(scratch, source, manifest, differences) : [];
    return { manifest, differences: differences.words, notes };
  } finally {
    await stores.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
