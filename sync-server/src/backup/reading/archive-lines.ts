import { setTimeout as pause } from 'node:timers/promises';
import { erasureDatabase } from '#src/erasure/erasure-log.ts';
import { systemDatabase } from '#src/services/system-store.ts';
import { workshopRecordId } from '#src/services/workshop-record.ts';
import type { StoredDocument } from '#src/store/document-store.ts';
import { recordFormat, type ArchiveRecord, type Manifest } from '../archive/archive-record.ts';
import { workshopDatabaseOf, workshopOf, type BackupSource } from './backup-source.ts';
import { newAccounts } from './new-accounts.ts';
import { readLeaves } from './read-leaves.ts';
import { Tally } from './tally.ts';

export interface LinesOptions {
  readonly now: () => number;
  /** The server's own signing keys, as its file has them. */
  readonly secrets?: string | undefined;
  /** Waited for between two pages. */
  readonly pace?: (() => Promise<void>) | undefined;
  readonly finished: (manifest: Manifest) => void;
}

const memberPrefix = 'member:';
const settleMs = 5000;

/**
 * The whole archive, line by line. The order is what makes it fit together: the accounts first, so that each workshop,
 * person and device that they name is in the workshops read after them; each workshop's documents before its files, so
 * that what they name and the server had is there; then the accounts of people who joined meanwhile; the erasures last,
 * so that whatever was erased during the backup is erased again after a restore.
 */
export class ArchiveLines {
  readonly #source: BackupSource;
  readonly #options: LinesOptions;
  readonly #tally = new Tally();
  readonly #members = new Set<string>();

  constructor(source: BackupSource, options: LinesOptions) {
    this.#source = source;
    this.#options = options;
  }

  async *lines(): AsyncGenerator<Uint8Array> {
    const at = this.#now();
    yield line({ kind: 'start', format: recordFormat, at });
    const { secrets } = this.#options;
    if (secrets !== undefined) yield line({ kind: 'secrets', text: secrets });
    await this.#settle();
    yield* this.#database(systemDatabase);
    for (const name of await this.#workshops()) {
      yield* this.#database(name);
      yield* this.#files(workshopOf(name) ?? '');
    }
    yield* this.#joinedMeanwhile();
    if (await this.#source.stores.exists(erasureDatabase)) yield* this.#database(erasureDatabase);
    const manifest = this.#tally.manifest(at, this.#now());
    yield line({ kind: 'manifest', ...manifest });
    this.#options.finished(manifest);
  }

  /** On a cluster one copy tells the feed, and it gets what the others acknowledged a moment later. */
  async #settle(): Promise<void> {
    const { comparable } = await (await this.#source.stores.open(systemDatabase)).info();
    if (!comparable) await pause(settleMs);
  }

  /**
   * Those that had an account by then; one founded later is in the next backup, with its owner. By their records: a
   * cluster's list of databases may lack one that is seconds old.
   */
  async #workshops(): Promise<readonly string[]> {
    const { stores } = this.#source;
    const prefix = workshopRecordId('');
    const system = await stores.open(systemDatabase);
    const records = await system.allDocs({ startId: prefix, endId: `${prefix}\uffff` });
    const known = records.filter(({ _id }) => this.#tally.has(systemDatabase, _id));
    const names = known.map(({ _id }) => workshopDatabaseOf(_id.slice(prefix.length)));
    const found = await Promise.all(names.map((name) => stores.exists(name)));
    return names.filter((_name, index) => found[index]);
  }

  async *#database(name: string): AsyncGenerator<Uint8Array> {
    const store = await this.#source.stores.open(name);
    const pages = readLeaves(store);
    for (;;) {
      const { value, done } = await pages.next();
      if (done) {
        yield line({ kind: 'database', ...this.#tally.done(name, value, this.#now()) });
        return;
      }
      if (value.length > 0) yield this.#documents(name, value);
      await this.#options.pace?.();
    }
  }

  #documents(db: string, documents: readonly (readonly StoredDocument[])[]): Uint8Array {
    const lines = documents.map((leaves) => {
      this.#tally.document(db, leaves);
      const id = leaves[0]?._id ?? '';
      if (id.startsWith(memberPrefix)) this.#members.add(id.slice(memberPrefix.length));
      return textOf({ kind: 'doc', db, leaves });
    });
    return new TextEncoder().encode(lines.join(''));
  }

  async *#files(workshop: string): AsyncGenerator<Uint8Array> {
    const files = this.#source.files.of(workshop);
    for await (const key of files.list()) {
      const found = await files.stat(key);
      // Erased while this ran.
      if (!found) continue;
      const record = { kind: 'file', workshop, ...key, size: found.size } as const;
      this.#tally.file(record);
      yield line(record);
      let size = 0;
      for await (const bytes of await files.read(key)) {
        size += (bytes as Uint8Array).length;
        yield bytes as Uint8Array;
      }
      if (size !== found.size) throw new Error(`${key.sha256} ended after ${size} of ${found.size} bytes`);
    }
  }

  async *#joinedMeanwhile(): AsyncGenerator<Uint8Array> {
    const system = await this.#source.stores.open(systemDatabase);
    const { seq, at } = this.#tally.manifest('', '').databases[0] ?? { seq: '0', at: '' };
    for (const userId of this.#members) {
      const found = await newAccounts(system, this.#tally, userId);
      if (found.length > 0) yield this.#documents(systemDatabase, found);
    }
    yield line({ kind: 'database', ...this.#tally.done(systemDatabase, seq, at) });
  }

  #now(): string {
    return new Date(this.#options.now()).toISOString();
  }
}

const textOf = (record: ArchiveRecord): string => `${JSON.stringify(record)}\n`;
const line = (record: ArchiveRecord): Uint8Array => new TextEncoder().encode(textOf(record));
