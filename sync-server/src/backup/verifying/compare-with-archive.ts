import { createHash } from 'node:crypto';
import type { BackupKey } from '../archive/archive-key.ts';
import type { DatabaseEntry, FileRecord, Manifest } from '../archive/archive-record.ts';
import { readArchive } from '../archive/read-archive.ts';
import type { BackupSource } from '../reading/backup-source.ts';
import type { Leaves } from '../reading/read-leaves.ts';
import { compareLeaves } from './compare-leaves.ts';
import type { Differences } from './differences.ts';

const batchSize = 100;
const pageSize = 500;

/** Compares a scratch store, into which an archive was restored, with that archive: documents, leaves, files, counts. */
export async function compareWithArchive(
  scratch: BackupSource,
  archive: { readonly path: string; readonly key: BackupKey; readonly manifest: Manifest },
  differences: Differences,
): Promise<void> {
  let batch: Leaves[] = [];
  let name = '';
  const compared = async (): Promise<void> => {
    await compareBatch(scratch, name, batch, differences);
    batch = [];
  };
  for await (const { record, bytes } of readArchive(archive.path, archive.key)) {
    if (record.kind === 'doc') {
      if (record.db !== name || batch.length >= batchSize) await compared();
      name = record.db;
      batch.push(record.leaves);
    }
    if (record.kind !== 'file') continue;
    for await (const _passed of bytes);
    await compareFile(scratch, record, differences);
  }
  await compared();
  for (const entry of archive.manifest.databases) await compareCounts(scratch, entry, differences);
}

async function compareBatch(
  { stores }: BackupSource,
  name: string,
  batch: readonly Leaves[],
  differences: Differences,
): Promise<void> {
  if (batch.length === 0) return;
  const found = await (await stores.open(name)).leavesOf(batch.map(([winner]) => winner?._id ?? ''));
  for (const leaves of batch) compareLeaves(name, leaves, found.get(leaves[0]?._id ?? '') ?? [], differences);
}

async function compareFile(
  { files }: BackupSource,
  record: FileRecord,
  differences: Differences,
): Promise<void> {
  const { workshop, sha256, by, size } = record;
  const store = files.of(workshop);
  const found = await store.stat({ sha256, by });
  if (found?.size !== size) return differences.add(`ws-${workshop}: file ${sha256} is not there whole`);
  const hash = createHash('sha256');
  for await (const piece of await store.read({ sha256, by })) hash.update(piece as Uint8Array);
  if (hash.digest('hex') !== sha256) differences.add(`ws-${workshop}: file ${sha256} has other bytes`);
}

async function compareCounts(
  { stores }: BackupSource,
  { name, documents, leaves }: DatabaseEntry,
  differences: Differences,
): Promise<void> {
  const store = await stores.open(name);
  const found = { documents: 0, leaves: 0 };
  for (let since = '0'; ;) {
    const page = await store.changes({ since, limit: pageSize });
    found.documents += page.rows.length;
    found.leaves += page.rows.reduce((sum, row) => sum + row.leaves.length, 0);
    since = page.lastSeq;
    if (page.pending === 0) break;
  }
  for (const [what, expected] of Object.entries({ documents, leaves }))
    if (found[what as keyof typeof found] !== expected)
      differences.add(`${name}: ${found[what as keyof typeof found]} ${what}, the archive says ${expected}`);
}
