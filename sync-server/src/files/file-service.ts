import type { Readable } from 'node:stream';
import type { Actor } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { FileKey, FileStore, FileStores, StoredFile } from '#src/store/files/file-store.ts';
import { AtOnce } from './at-once.ts';
import type { Part } from './content-range.ts';
import { DailyQuota, defaultQuota, type QuotaLimits } from './daily-quota.ts';
import { after, bytesOf, ofKnownType } from './incoming-bytes.ts';
import { readableEntries, writableEntries } from './naming-entries.ts';
import { UploadTurns } from './upload-turns.ts';

/** A phone that was off for a week begins its one unfinished photo anew. */
const keepUnfinishedMs = 7 * 86_400_000;
const sweepEveryMs = 3_600_000;
/** Each is a question to the disk, or to CouchDB. */
const askedAtOnce = 20;

export interface FileServiceOptions {
  readonly files: FileStores;
  readonly workshopStore: (workshopId: string) => Promise<DocumentStore>;
  readonly now: () => number;
  readonly quota?: QuotaLimits;
  /** What went wrong beside a request. */
  readonly onError: (error: unknown) => void;
}

export interface Person {
  readonly actor: Actor;
  readonly workshopId: string;
}

export interface FoundFile extends StoredFile {
  readonly store: FileStore;
  readonly key: FileKey;
}

/** created: now it is here whole. kept: it was. partly: more has to come. apart: this part does not join on. */
export interface Uploaded {
  readonly state: 'created' | 'kept' | 'partly' | 'apart';
  readonly received: number;
}

/** Bytes that entries name: sent by whoever wrote the entry, read by whoever may read it. */
export class FileService {
  readonly #options: FileServiceOptions;
  readonly #turns = new UploadTurns();
  readonly #atOnce = new AtOnce();
  readonly #quota: DailyQuota;
  readonly #sweptAt = new Map<string, number>();

  constructor(options: FileServiceOptions) {
    this.#options = options;
    this.#quota = new DailyQuota(options.quota ?? defaultQuota, options.now);
  }

  /** Undefined alike for what is not there and for what this person may not read. */
  async find({ actor, workshopId }: Person, sha256: string): Promise<FoundFile | undefined> {
    const documents = await this.#options.workshopStore(workshopId);
    const store = this.#options.files.of(workshopId);
    const entries = await readableEntries(documents, sha256, actor);
    for (const by of new Set(entries.map((entry) => entry.createdBy))) {
      const key = { sha256, by };
      const stored = await store.stat(key);
      if (stored) return { ...stored, store, key };
    }
    return undefined;
  }

  /**
   * Which of these the person has not here whole. Bytes are kept by who sent them, so it tells nobody of other people's;
   * a phone asks it because files that were put back may lack what came after them.
   */
  async missing({ actor, workshopId }: Person, hashes: readonly string[]): Promise<readonly string[]> {
    const store = this.#options.files.of(workshopId);
    const missing: string[] = [];
    for (let start = 0; start < hashes.length; start += askedAtOnce) {
      const part = hashes.slice(start, start + askedAtOnce);
      const found = await Promise.all(part.map((sha256) => store.stat({ sha256, by: actor.userId })));
      missing.push(...part.filter((_sha256, index) => found[index] === undefined));
    }
    return missing;
  }

  /** Takes one part of a file, or tells what is here. */
  async receive(person: Person, sha256: string, part: Part, request: Readable): Promise<Uploaded> {
    const { actor, workshopId } = person;
    const documents = await this.#options.workshopStore(workshopId);
    const key = { sha256, by: await this.#namedBy(documents, actor, sha256, part.total) };
    const store = this.#options.files.of(workshopId);
    if (await store.stat(key)) return { state: 'kept', received: part.total };
    this.#sweep(workshopId, store);
    return this.#atOnce.run(actor.userId, () =>
      this.#turns.take(`${workshopId} ${sha256} ${key.by}`, async (signal) => {
        // A request that was waited for may have finished it.
        if (await store.stat(key)) return { state: 'kept', received: part.total };
        const received = await this.#receivedOf(store, key, part.total);
        if (part.length === 0) return { state: 'partly', received };
        if (part.start > received) return { state: 'apart', received };
        if (received === 0) await this.#quota.charge(documents, actor.userId, part.total);
        return this.#take({ store, key, part, received, source: bytesOf(request, signal) });
      }),
    );
  }

  /** The entry must be there first: bytes that nothing names are nobody's. */
  async #namedBy(store: DocumentStore, actor: Actor, sha256: string, total: number): Promise<string> {
    if (actor.role !== 'owner' && actor.role !== 'manager') throw new AppError('forbidden');
    const entries = await writableEntries(store, sha256, actor);
    if (entries.length === 0) throw new AppError('not_found');
    const entry = entries.find(({ size }) => size === total);
    if (!entry) throw new AppError('bad_request', 'The entry that names this file says another size.');
    return entry.createdBy;
  }

  /** More than the whole can be here only if another entry once said another size. */
  async #receivedOf(store: FileStore, key: FileKey, total: number): Promise<number> {
    const received = await store.received(key);
    if (received <= total) return received;
    await store.remove(key);
    return 0;
  }

  async #take(upload: {
    readonly store: FileStore;
    readonly key: FileKey;
    readonly part: Part;
    readonly received: number;
    readonly source: AsyncIterable<Uint8Array>;
  }): Promise<Uploaded> {
    const { store, key, part, received, source } = upload;
    const fresh = after(received - part.start, source);
    const now = await store.append(key, received, received === 0 ? ofKnownType(fresh) : fresh);
    if (now < part.total) return { state: 'partly', received: now };
    switch (await store.finish(key, part.total)) {
      case 'stored':
        return { state: 'created', received: part.total };
      case 'wrong_type':
        throw new AppError('file_type_refused');
      case 'wrong_bytes':
        throw new AppError('file_mismatch');
    }
  }

  #sweep(workshopId: string, store: FileStore): void {
    const now = this.#options.now();
    if (now - (this.#sweptAt.get(workshopId) ?? 0) < sweepEveryMs) return;
    this.#sweptAt.set(workshopId, now);
    store.sweep(now - keepUnfinishedMs).catch(this.#options.onError);
  }
}
