import type { DocumentStore, StoreServer } from '#src/store/document-store.ts';

/** Apart from every workshop, so that putting a workshop back does not bring back what was erased in it. */
export const erasureDatabase = 'revops-erasures';

/** What was erased, in nobody's words: what the tombstone needs where the document is not there any more. */
export interface ErasedItem {
  readonly id: string;
  readonly access: readonly string[];
  readonly was?: readonly string[];
  /** Of a photo: its bytes go too. */
  readonly file?: { readonly sha256: string; readonly by: string };
  /** Of an entry: the number that its phone had given it, which would be missing otherwise. */
  readonly entry?: EntryNumber;
}

/** Which of its phone's entries it was. */
export interface EntryNumber {
  readonly device: string;
  readonly n: number;
}

export interface Erasure {
  readonly id: string;
  readonly workshopId: string;
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
  readonly items: readonly ErasedItem[];
}

const prefixOf = (workshopId: string): string => `erasure:${workshopId}:`;

/** Every erasure of every workshop, written before anything is erased and never taken away. */
export class ErasureLog {
  readonly #stores: StoreServer;
  #store: Promise<DocumentStore> | undefined;

  constructor(stores: StoreServer) {
    this.#stores = stores;
  }

  async add(erasure: Erasure): Promise<void> {
    const { id, workshopId, ...body } = erasure;
    const store = await this.#open();
    await store.put({ ...body, _id: prefixOf(workshopId) + id, type: 'erasure' });
  }

  /** Oldest first. */
  async of(workshopId: string): Promise<readonly Erasure[]> {
    const store = await this.#open();
    const prefix = prefixOf(workshopId);
    const found = await store.allDocs({ startId: prefix, endId: `${prefix}\uffff` });
    return found.map(({ _id, _rev, type: _type, ...body }) => ({
      ...(body as unknown as Omit<Erasure, 'id' | 'workshopId'>),
      id: _id.slice(prefix.length),
      workshopId,
    }));
  }

  #open(): Promise<DocumentStore> {
    this.#store ??= this.#stores.open(erasureDatabase);
    // A store that did not answer is asked again.
    this.#store.catch(() => (this.#store = undefined));
    return this.#store;
  }
}
