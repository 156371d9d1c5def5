import { join } from 'node:path';
import { writeArchiveFile } from './archive/archive-file.ts';
import type { BackupKey } from './archive/archive-key.ts';
import { archiveName } from './archive/archive-name.ts';
import type { Manifest } from './archive/archive-record.ts';
import { ArchiveLines } from './reading/archive-lines.ts';
import { gentlePace } from './reading/gentle-pace.ts';
import type { BackupSource } from './reading/backup-source.ts';

export interface WriteOptions {
  readonly folder: string;
  readonly key: BackupKey;
  readonly now: () => number;
  readonly secrets?: string | undefined;
  /** Beside people who wait for the same process. */
  readonly gently?: boolean;
}

export interface WrittenArchive {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

/** Takes a backup of everything while it is in use, into a dated file under `folder`. */
export async function writeArchive(source: BackupSource, options: WriteOptions): Promise<WrittenArchive> {
  const { folder, key, now, secrets, gently = false } = options;
  const name = archiveName(now());
  const path = join(folder, name);
  let manifest: Manifest | undefined;
  const lines = new ArchiveLines(source, {
    now,
    secrets,
    pace: gently ? gentlePace() : undefined,
    finished: (told) => (manifest = told),
  });
  const bytes = await writeArchiveFile(path, key, lines.lines());
  if (!manifest) throw new Error('an archive without a manifest');
  return { name, path, bytes, manifest };
}
