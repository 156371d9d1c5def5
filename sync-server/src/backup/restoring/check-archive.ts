import { createHash } from 'node:crypto';
import { BackupError } from '../backup-error.ts';
import type { BackupKey } from '../archive/archive-key.ts';
import type { ArchiveRecord, DatabaseEntry, FileRecord, Manifest } from '../archive/archive-record.ts';
import { readArchive } from '../archive/read-archive.ts';
import { Tally } from '../reading/tally.ts';

export interface Checked {
  readonly manifest: Manifest;
  readonly secrets: string | undefined;
}

/**
 * Reads an archive from end to end and takes nothing from it: every byte is proven, every file has the hash of its name,
 * and what passed by is what the manifest counts. Only then may anything be restored.
 */
export async function checkArchive(
  path: string,
  key: BackupKey,
  saw?: (record: ArchiveRecord) => void,
): Promise<Checked> {
  const tally = new Tally();
  let secrets: string | undefined;
  let manifest: Manifest | undefined;
  for await (const { record, bytes } of readArchive(path, key)) {
    saw?.(record);
    if (record.kind === 'secrets') secrets = record.text;
    if (record.kind === 'doc') tally.document(record.db, record.leaves);
    if (record.kind === 'database') tally.done(record.name, record.seq, record.at);
    if (record.kind === 'file') await checkFile(record, bytes, tally);
    if (record.kind === 'manifest') manifest = manifestOf(record);
  }
  if (!manifest) throw new BackupError('The archive has no end. It was never finished.');
  compare(manifest, tally.manifest(manifest.at, manifest.endedAt));
  return { manifest, secrets };
}

const manifestOf = ({ at, endedAt, databases, files }: Manifest): Manifest => ({
  at,
  endedAt,
  databases,
  files,
});

async function checkFile(record: FileRecord, bytes: AsyncIterable<Uint8Array>, tally: Tally): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  if (hash.digest('hex') !== record.sha256)
    throw new BackupError(`A file in the archive is not the one that its name says (${record.sha256}).`);
  tally.file(record);
}

function compare(told: Manifest, seen: Manifest): void {
  const databases = new Map(seen.databases.map((entry) => [entry.name, entry]));
  const isSame = (entry: DatabaseEntry): boolean => {
    const found = databases.get(entry.name);
    return found?.documents === entry.documents && found.leaves === entry.leaves;
  };
  const wrong = told.databases.find((entry) => !isSame(entry));
  const isWhole = told.databases.length === databases.size && told.files.count === seen.files.count;
  if (wrong || !isWhole)
    throw new BackupError(
      `The archive does not hold what it says${wrong ? ` of ${wrong.name}` : ''}. It cannot be trusted; use another.`,
    );
}
