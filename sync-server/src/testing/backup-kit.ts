import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { BackupKey } from '../backup/archive/archive-key.ts';
import type { BackupSource } from '../backup/reading/backup-source.ts';
import { writeArchive, type WrittenArchive } from '../backup/write-archive.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { openEmbeddedStore } from '../store/embedded/embedded-store-server.ts';
import { diskFileStores } from '../store/files/disk-file-stores.ts';
import { hashOf, jpegOf } from './file-kit.ts';

export const testKey: BackupKey = { kind: 'raw', bytes: new Uint8Array(32).fill(7) };

export interface ScratchSource extends BackupSource {
  readonly folder: string;
  end(): Promise<void>;
}

export async function scratchSource(): Promise<ScratchSource> {
  const folder = await mkdtemp(join(tmpdir(), 'revops-backup-'));
  const stores = await openEmbeddedStore({ folder });
  return {
    stores,
    files: diskFileStores(folder),
    folder,
    async end() {
      await stores.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Enough of a workshop for a backup to take it along. */
export async function addWorkshop({ stores }: BackupSource, id: string): Promise<void> {
  const system = await stores.open('revops-system');
  await system.put({ _id: `workshop:${id}`, id, owners: ['asha'] });
  await system.put({ _id: `account:${id}@example.com`, userId: `asha-${id}`, workshopId: id });
  await system.put({ _id: `user:asha-${id}`, email: `${id}@example.com` });
  await stores.open(`ws-${id}`);
}

export async function addFile({ files }: BackupSource, workshop: string, size: number): Promise<string> {
  const bytes = jpegOf(size);
  const key = { sha256: hashOf(bytes), by: 'asha' };
  await files.of(workshop).append(key, 0, Readable.from([bytes]));
  await files.of(workshop).finish(key, bytes.length);
  return key.sha256;
}

let archives = 0;

export async function archiveOf(source: BackupSource, key = testKey): Promise<WrittenArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'revops-archive-'));
  // Two archives of one second would have one name.
  archives += 1;
  const at = Date.now() + archives * 1000;
  return writeArchive(source, { folder, key, now: () => at });
}

/** Every leaf of everything, by database and id, in a form that compares by value. */
export async function everyLeaf(
  { stores }: BackupSource,
  without: (id: string) => boolean = () => false,
  names?: readonly string[],
): Promise<Readonly<Record<string, Readonly<Record<string, readonly StoredDocument[]>>>>> {
  const all: Record<string, Record<string, readonly StoredDocument[]>> = {};
  for (const name of names ?? (await stores.list())) {
    const store = await stores.open(name);
    const { rows } = await store.changes({ since: '0', limit: 100_000 });
    const ids = rows.map(({ id }) => id).filter((id) => !without(id));
    const found = await store.leavesOf(ids);
    if (ids.length > 0) all[name] = Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  return all;
}

export const randomHash = (): string => randomBytes(16).toString('hex');

export const filesIn = (folder: string): Promise<string[]> => readdir(folder);
