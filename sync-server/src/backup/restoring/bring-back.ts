import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { BackupError } from '../backup-error.ts';
import type { BackupKey } from '../archive/archive-key.ts';
import type { FileRecord } from '../archive/archive-record.ts';
import { readArchive } from '../archive/read-archive.ts';
import type { BackupSource } from '../reading/backup-source.ts';

/** Some hundred KB: what both stores take in one bulk without anybody else having to wait long. */
const batchLeaves = 100;

export interface BringBackOptions {
  readonly path: string;
  readonly key: BackupKey;
  /** Which documents and files of the archive; all of them where it is left out. */
  readonly takes?: {
    document(db: string, leaves: readonly StoredDocument[]): boolean;
    file(file: FileRecord): boolean;
  };
}

/**
 * Writes what a checked archive holds as revisions that exist already: a store that knows them keeps what it has, newer
 * revisions stay the newer ones, and doing it twice changes nothing.
 */
export async function bringBack(target: BackupSource, options: BringBackOptions): Promise<void> {
  const batch = new Batch(target);
  const { path, key, takes } = options;
  for await (const { record, bytes } of readArchive(path, key)) {
    if (record.kind === 'doc' && (takes?.document(record.db, record.leaves) ?? true))
      await batch.add(record.db, record.leaves);
    if (record.kind !== 'file') continue;
    if (takes?.file(record) ?? true) await file(target, record, bytes);
    else for await (const _passed of bytes);
  }
  await batch.write();
}

class Batch {
  readonly #target: BackupSource;
  readonly #stores = new Map<string, DocumentStore>();
  #name = '';
  #leaves: StoredDocument[] = [];

  constructor(target: BackupSource) {
    this.#target = target;
  }

  /** All leaves of a document in one bulk: stored one by one, the wrong one could win for a moment. */
  async add(name: string, leaves: readonly StoredDocument[]): Promise<void> {
    if (name !== this.#name || this.#leaves.length >= batchLeaves) await this.write();
    this.#name = name;
    this.#leaves.push(...leaves);
  }

  async write(): Promise<void> {
    const leaves = this.#leaves;
    this.#leaves = [];
    if (leaves.length === 0) return;
    const store = this.#stores.get(this.#name) ?? (await this.#target.stores.open(this.#name));
    this.#stores.set(this.#name, store);
    await store.bulkWrite(leaves);
  }
}

async function file(
  { files }: BackupSource,
  record: FileRecord,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { workshop, sha256, by, size } = record;
  const key = { sha256, by };
  const store = files.of(workshop);
  if (await store.stat(key)) {
    for await (const _passed of bytes);
    return;
  }
  // What a phone had begun to send is part of the same bytes, but not worth the care of joining the two.
  await store.remove(key);
  await store.append(key, 0, bytes);
  if ((await store.finish(key, size)) !== 'stored')
    throw new BackupError(`A file of the archive was not accepted (${sha256}).`);
}
