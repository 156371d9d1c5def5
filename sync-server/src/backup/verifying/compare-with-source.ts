import { seqNumber, type ChangesRow, type DocumentStore } from '#src/store/document-store.ts';
import type { DatabaseEntry, Manifest } from '../archive/archive-record.ts';
import type { BackupSource } from '../reading/backup-source.ts';
import type { Differences } from './differences.ts';

const pageSize = 500;

/**
 * Compares what was restored from an archive with where it came from, as it was then: whatever has not been written since
 * must be the same, and every restored revision must be known there. Answers what could not be compared.
 */
export async function compareWithSource(
  scratch: BackupSource,
  source: BackupSource,
  manifest: Manifest,
  differences: Differences,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const entry of manifest.databases) {
    if (!(await source.stores.exists(entry.name))) {
      left.push(`${entry.name} is not in the source any more`);
      continue;
    }
    const [mine, theirs] = await Promise.all([
      scratch.stores.open(entry.name),
      source.stores.open(entry.name),
    ]);
    await knownThere(mine, theirs, differences);
    if (!(await unchangedHere(entry, mine, theirs, differences)))
      left.push(`${entry.name}: its places in the feed cannot be compared, so only the archive's side was`);
  }
  return left;
}

async function knownThere(
  mine: DocumentStore,
  theirs: DocumentStore,
  differences: Differences,
): Promise<void> {
  for await (const rows of pages(mine)) {
    const missing = await theirs.missingRevisions(
      Object.fromEntries(rows.map(({ id, leaves }) => [id, leaves])),
    );
    for (const [id, revs] of missing)
      differences.add(`${mine.name}: the source does not know ${id} in revision ${revs.join(', ')}`);
  }
}

/** False where the numbers of seqs say nothing, on a cluster or after the source itself was restored. */
async function unchangedHere(
  entry: DatabaseEntry,
  mine: DocumentStore,
  theirs: DocumentStore,
  differences: Differences,
): Promise<boolean> {
  const { comparable, updateSeq } = await theirs.info();
  const end = seqNumber(entry.seq);
  if (!comparable || seqNumber(updateSeq) < end) return false;
  for await (const rows of pages(theirs)) {
    const old = rows.filter(({ seq }) => seqNumber(seq) <= end);
    const found = await mine.leavesOf(old.map(({ id }) => id));
    for (const { id, leaves } of old) {
      const revs = new Set(found.get(id)?.map(({ _rev }) => _rev));
      if (revs.size !== leaves.length || !leaves.every((rev) => revs.has(rev)))
        differences.add(`${mine.name}: ${id} is not in the archive as the source has it`);
    }
    if (old.length < rows.length) break;
  }
  return true;
}

async function* pages(store: DocumentStore): AsyncGenerator<readonly ChangesRow[]> {
  for (let since = '0'; ;) {
    const page = await store.changes({ since, limit: pageSize });
    yield page.rows;
    since = page.lastSeq;
    if (page.pending === 0) return;
  }
}
