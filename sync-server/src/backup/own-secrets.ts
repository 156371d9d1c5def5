import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#src/config/config.ts';

const pathIn = (dataDir: string): string => join(dataDir, 'secrets.json');

/** The keys that the server made for itself; those of JWT_SECRET are kept by whoever set them. */
export async function ownSecrets(
  config: Pick<Config, 'dataDir' | 'jwtSecrets'>,
): Promise<string | undefined> {
  if (config.jwtSecrets.length > 0) return undefined;
  return readFile(pathIn(config.dataDir), 'utf8').catch(() => undefined);
}

/** Into a folder that has none: where a server has run already, its own keys count. */
export async function restoreSecrets({ dataDir }: Pick<Config, 'dataDir'>, text: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(pathIn(dataDir), text, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}
