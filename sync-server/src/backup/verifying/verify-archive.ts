import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupKey } from '../archive/archive-key.ts';
import type { Manifest } from '../archive/archive-record.ts';
import type { BackupSource } from '../reading/backup-source.ts';
import { compareWithSource } from './compare-with-source.ts';
import { Differences } from './differences.ts';
import { restoreScratch, type ScratchOptions, type ScratchRestored } from './restore-scratch.ts';
import { inScratch } from './in-scratch.ts';

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
  /** Elsewhere than in this process. */
  readonly restoring?: ((options: ScratchOptions) => Promise<ScratchRestored>) | undefined;
}

/** Restores an archive into a scratch store and compares the two, and with the source where it is at hand. */
export async function verifyArchive(options: VerifyOptions): Promise<Verified> {
  const { path, key, source, scratchIn = tmpdir(), restoring = restoreScratch } = options;
  await mkdir(scratchIn, { recursive: true });
  const folder = await mkdtemp(join(scratchIn, 'revops-verify-'));
  try {
    const { manifest, differences } = await restoring({ path, key, folder });
    if (!source) return { manifest, differences, notes: [] };
    const found = new Differences();
    const notes = await inScratch(folder, (scratch) => compareWithSource(scratch, source, manifest, found));
    return { manifest, differences: [...differences, ...found.words], notes };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
