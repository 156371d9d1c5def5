import { randomUUID } from 'node:crypto';
import { Erasures } from '#src/erasure/erasures.ts';
import { systemDatabase } from '#src/services/system-store.ts';
import { Timelines } from '#src/sync/timelines.ts';
import { BackupError } from '../backup-error.ts';
import type { BackupKey } from '../archive/archive-key.ts';
import type { Manifest } from '../archive/archive-record.ts';
import { workshopDatabaseOf, workshopOf, type BackupSource } from '../reading/backup-source.ts';
import { bringBack } from './bring-back.ts';
import { checkArchive } from './check-archive.ts';
import { clearTarget } from './clear-target.ts';
import { WorkshopPart } from './system-part.ts';

const erasuresNote = 'erasures';

export interface RestoreOptions {
  readonly path: string;
  readonly key: BackupKey;
  readonly now: () => number;
  /** Only this one; its people's accounts come along. */
  readonly workshop?: string | undefined;
  /** empty: refuses where anything is stored. existing: joined with what is there; the newer stays the newer. */
  readonly into: 'empty' | 'existing';
  /** With `existing`: what the archive holds takes the place of what is there. The erasure log is never replaced. */
  readonly replace: boolean;
  readonly restoreSecrets?: ((text: string) => Promise<void>) | undefined;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly workshops: readonly string[];
}

/**
 * Brings an archive back. Workshops first and accounts last: whoever signs in meanwhile finds no half of a workshop. Each
 * workshop gets a new timeline, by which phones notice that their place in the feed is none any more, and every erasure
 * is done again before anybody can read.
 */
export async function restoreArchive(target: BackupSource, options: RestoreOptions): Promise<Restored> {
  const { path, key, now } = options;
  const part = options.workshop === undefined ? undefined : new WorkshopPart(options.workshop);
  const { manifest, secrets } = await checkArchive(path, key, (record) => part?.saw(record));
  const workshops = workshopsOf(manifest, options.workshop);
  await clearTarget(target, { ...options, workshops });
  const takes = (isSystem: boolean) => ({
    document: (db: string, leaves: Parameters<WorkshopPart['document']>[1]) =>
      (db === systemDatabase) === isSystem && (part?.document(db, leaves) ?? true),
    file: (file: Parameters<WorkshopPart['file']>[0]) => !isSystem && (part?.file(file) ?? true),
  });
  await bringBack(target, { path, key, takes: takes(false) });
  const erasures = new Erasures({ ...target, now, newId: randomUUID });
  for (const id of workshops) {
    const store = await target.stores.open(workshopDatabaseOf(id));
    // The note of what is erased already was made before the archive came to it.
    await store.removeLocal(erasuresNote);
    await erasures.replay(id, store);
    await new Timelines(store, now).restored();
  }
  await bringBack(target, { path, key, takes: takes(true) });
  if (secrets !== undefined && part === undefined) await options.restoreSecrets?.(secrets);
  return { manifest, workshops };
}

function workshopsOf({ databases }: Manifest, only: string | undefined): readonly string[] {
  const all = databases.flatMap(({ name }) => workshopOf(name) ?? []);
  if (only === undefined) return all;
  if (all.includes(only)) return [only];
  throw new BackupError(`The archive holds no workshop ${only}. It holds: ${all.join(', ') || 'none'}.`);
}
