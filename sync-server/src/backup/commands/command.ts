import { ConfigError, parseConfig, type Config } from '#src/config/config.ts';
import { openFileStores } from '#src/store/files/open-file-stores.ts';
import { openStores } from '#src/store/open-stores.ts';
import type { BackupKey } from '../archive/archive-key.ts';
import { BackupError } from '../backup-error.ts';
import { loadBackupKey } from '../load-backup-key.ts';
import type { BackupSource } from '../reading/backup-source.ts';

export interface Command {
  readonly config: Config;
  readonly key: BackupKey;
  readonly say: (line: string) => void;
}

/** Runs one command to its end; what goes wrong is said in words, and the process ends with 1. */
export function runCommand(task: (command: Command) => Promise<void>): void {
  run(task).catch((error: unknown) => {
    const isExpected = error instanceof BackupError || error instanceof ConfigError;
    const hasCode = (error as { readonly code?: unknown }).code !== undefined;
    process.stderr.write(`${isExpected || hasCode ? (error as Error).message : (error as Error).stack}\n`);
    process.exitCode = 1;
  });
}

async function run(task: (command: Command) => Promise<void>): Promise<void> {
  // Commands sign nobody in: what the server needs for that must not stop a restore.
  const { NODE_ENV: _production, ...env } = process.env;
  const config = parseConfig(env);
  const key = await loadBackupKey(config.backup);
  if (!key)
    throw new BackupError(
      'Set BACKUP_KEY (or BACKUP_KEY_FILE): 32 random bytes, for example from "openssl rand -hex 32". Keep it where the archives are not; without it no archive can be opened.',
    );
  await task({ config, key, say: (line) => process.stdout.write(`${line}\n`) });
}

/** For a store that no server has to itself. */
export async function withStores<T>(config: Config, task: (source: BackupSource) => Promise<T>): Promise<T> {
  const stores = await openStores(config).catch((error: unknown) => {
    throw new BackupError((error as Error).message, { cause: error });
  });
  const files = openFileStores(config);
  try {
    return await task({ stores, files });
  } finally {
    await files.close();
    await stores.close();
  }
}
