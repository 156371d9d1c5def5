import { systemDatabase } from '#src/services/system-store.ts';
import { BackupError } from '../backup-error.ts';
import { workshopDatabaseOf, type BackupSource } from '../reading/backup-source.ts';

export interface ClearOptions {
  readonly into: 'empty' | 'existing';
  readonly replace: boolean;
  readonly workshop?: string | undefined;
  readonly workshops: readonly string[];
}

/** Makes sure that a restore meets what it was told that it would meet. */
export async function clearTarget(target: BackupSource, options: ClearOptions): Promise<void> {
  const { workshops, workshop, into, replace } = options;
  const databases = [
    ...workshops.map(workshopDatabaseOf),
    ...(workshop === undefined ? [systemDatabase] : []),
  ];
  if (into === 'empty') return requireEmpty(target, databases);
  if (!replace) return;
  for (const name of databases)
    if (await target.stores.exists(name)) await (await target.stores.open(name)).destroy();
  for (const id of workshops) {
    const files = target.files.of(id);
    for await (const key of files.list()) await files.remove(key);
  }
}

async function requireEmpty({ stores }: BackupSource, databases: readonly string[]): Promise<void> {
  for (const name of databases) {
    if (!(await stores.exists(name))) continue;
    const { rows } = await (await stores.open(name)).changes({ since: '0', limit: 1 });
    if (rows.length > 0)
      throw new BackupError(
        `There is data already (${name}). Use --into existing to join the archive with it, or --into existing --replace to put the archive in its place.`,
      );
  }
}
