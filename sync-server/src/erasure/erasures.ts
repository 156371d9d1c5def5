import { isErasable, type ErasureAnswer, type ErasureList, type ErasureRequest } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore, StoreServer } from '#src/store/document-store.ts';
import type { FileStores } from '#src/store/files/file-store.ts';
import { Names } from '#src/sync/keeping/names.ts';
import { clearKept } from './clear-kept.ts';
import { clearPerson } from './clear-person.ts';
import { eraseDocuments, itemsToErase } from './erase-documents.ts';
import { noteErasedNumbers } from './note-erased-numbers.ts';
import { ErasureLog, type ErasedItem, type Erasure } from './erasure-log.ts';

interface ErasureParts {
  readonly stores: StoreServer;
  readonly files: FileStores;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Which erasures a database has behind it; a note beside the data that goes back with it. */
const localId = 'erasures';

/** As the index of names of files has them. */
const sort = [{ sha256: 'asc' }, { createdBy: 'asc' }] as const;

/** What owners erase for good: done once, and again in every database that was put back from before it. */
export class Erasures {
  readonly #parts: ErasureParts;
  readonly #log: ErasureLog;

  constructor(parts: ErasureParts) {
    this.#parts = parts;
    this.#log = new ErasureLog(parts.stores);
  }

  /** The log first: what a crash cuts short is done when the workshop is opened next. */
  async erase(
    workshopId: string,
    store: DocumentStore,
    { ids, reason }: ErasureRequest,
    by: string,
  ): Promise<ErasureAnswer> {
    const kept = ids.find((id) => !isErasable(id));
    if (kept !== undefined)
      throw new AppError('not_permitted', `"${kept}" belongs to the books and cannot be erased.`);
    const before = await this.#log.of(workshopId);
    const again = before.filter(({ items }) => items.some((item) => ids.includes(item.id)));
    const known = new Set(again.flatMap(({ items }) => items.map((item) => item.id)));
    // Being in the log says that it was begun: the store may have failed in the middle, and another gateway may have
    // written beside the tombstone at the same moment.
    const done: Counts[] = [];
    for (const erasure of again) done.push(await this.#apply(store, erasure));
    const open = ids.filter((one) => !known.has(one));
    if (open.length === 0) return sumOf(again.at(-1)?.id ?? '', done);
    const { newId, now } = this.#parts;
    const id = newId();
    const items = await itemsToErase(store, open);
    const why = reason === undefined || reason === '' ? {} : { reason };
    const erasure = { id, workshopId, at: new Date(now()).toISOString(), by, ...why, items };
    await this.#log.add(erasure);
    return sumOf(id, [...done, await this.#apply(store, erasure)]);
  }

  /**
   * Does again what this database, put back from an earlier day, has not behind it. Runs before anybody uses a workshop
   * that is taken up, and after every restore; repeating it changes nothing.
   * @returns how many erasures it repeated.
   */
  async replay(workshopId: string, store: DocumentStore): Promise<number> {
    const log = await this.#log.of(workshopId);
    if (log.length === 0) return 0;
    const done = await doneIn(store);
    const open = log.filter(({ id }) => !done.has(id));
    for (const erasure of open) await this.#apply(store, erasure);
    return open.length;
  }

  async list(workshopId: string, store: DocumentStore): Promise<ErasureList> {
    const log = await this.#log.of(workshopId);
    const names = await Names.of(
      store,
      log.map(({ by }) => ({ who: by })),
    );
    const items = log.map(({ id, at, by, reason, items: { length: documents } }) => ({
      id,
      at,
      by: names.person(by),
      ...(reason === undefined ? {} : { reason }),
      documents,
    }));
    return { items: items.toReversed() };
  }

  async #apply(store: DocumentStore, { id, workshopId, items }: Erasure): Promise<Counts> {
    const ids = new Set(items.map((item) => item.id));
    // Files last: which entries still name one is known only then.
    await noteErasedNumbers(
      store,
      items.flatMap(({ entry }) => entry ?? []),
    );
    const documents = await eraseDocuments(store, items);
    const cleared = await clearPerson(store, ids);
    await clearKept(store, { ids });
    const files = await this.#removeFiles(workshopId, store, items);
    await store.dropFormer();
    await store.putLocal(localId, { done: [...(await doneIn(store)).add(id)] });
    return { documents, cleared, files };
  }

  async #removeFiles(
    workshopId: string,
    store: DocumentStore,
    items: readonly ErasedItem[],
  ): Promise<number> {
    const files = this.#parts.files.of(workshopId);
    let removed = 0;
    for (const { file } of items) {
      if (file === undefined) continue;
      const { sha256, by } = file;
      const naming = await store.find({ selector: { sha256, createdBy: by }, sort, limit: 1 });
      if (naming.length > 0) continue;
      if (await files.stat(file)) removed += 1;
      await files.remove(file);
    }
    return removed;
  }
}

type Counts = Omit<ErasureAnswer, 'id'>;

function sumOf(id: string, all: readonly Counts[]): ErasureAnswer {
  const sum = (of: keyof Counts): number => all.reduce((total, counts) => total + counts[of], 0);
  return { id, documents: sum('documents'), cleared: sum('cleared'), files: sum('files') };
}

async function doneIn(store: DocumentStore): Promise<Set<string>> {
  const note = await store.getLocal(localId);
  return new Set(Array.isArray(note?.['done']) ? note['done'].map(String) : []);
}
