import { BackupError } from './backup-error.ts';
import { workshopOf, type BackupSource } from './reading/backup-source.ts';
import { verifyArchive, type VerifyOptions } from './verifying/verify-archive.ts';
import { writeArchive, type WriteOptions } from './write-archive.ts';

export interface TakenBackup {
  readonly path: string;
  readonly bytes: number;
  readonly workshops: number;
  readonly documents: number;
  readonly files: number;
}

/** What a person asks for by hand: an archive that was restored once and compared before it is called one. */
export async function takeBackup(
  source: BackupSource,
  options: WriteOptions & Pick<VerifyOptions, 'restoring' | 'scratchIn'>,
): Promise<TakenBackup> {
  const { path, bytes, manifest } = await writeArchive(source, options);
  const { key, scratchIn, restoring } = options;
  const { differences } = await verifyArchive({ path, key, source, scratchIn, restoring });
  if (differences.length > 0)
    throw new BackupError(
      `${path} was written, but it is not what it was taken from:\n${differences.join('\n')}`,
    );
  const { databases, files } = manifest;
  return {
    path,
    bytes,
    workshops: databases.filter(({ name }) => workshopOf(name) !== undefined).length,
    documents: databases.reduce((sum, entry) => sum + entry.documents, 0),
    files: files.count,
  };
}
