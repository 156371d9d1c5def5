import { readFile } from 'node:fs/promises';
import type { BackupConfig } from '#src/config/backup-config.ts';
import { parseBackupKey, type BackupKey } from './archive/archive-key.ts';
import { BackupError } from './backup-error.ts';

/** The key of BACKUP_KEY or in the file of BACKUP_KEY_FILE; undefined where none is set. */
export async function loadBackupKey({ key }: BackupConfig): Promise<BackupKey | undefined> {
  if (key === undefined) return undefined;
  const name = 'text' in key ? 'BACKUP_KEY' : 'BACKUP_KEY_FILE';
  const text = 'text' in key ? key.text : await read(key.file);
  const parsed = parseBackupKey(text);
  if (parsed) return parsed;
  throw new BackupError(
    `${name} must hold 32 random bytes (openssl rand -hex 32) or at least 16 characters.`,
  );
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new BackupError(`BACKUP_KEY_FILE cannot be read (${path}).`, { cause: error });
  }
}
