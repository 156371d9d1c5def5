import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

type Leaves = ReadonlyMap<string, readonly StoredDocument[]>;

/**
 * Reads documents for many readers at once. A read begins only after everybody who shares it has asked, so each sees
 * the access of a moment after the question; nothing is kept.
 */
export class LiveReads {
  readonly #store: DocumentStore;
  #asked = new Set<string>();
  #next: Promise<Leaves> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  leavesOf(ids: readonly string[]): Promise<Leaves> {
    for (const id of ids) this.#asked.add(id);
    if (!this.#next) {
      this.#next = this.#running.then(() => this.#read());
      this.#running = this.#next.catch(() => undefined);
    }
    return this.#next;
  }

  #read(): Promise<Leaves> {
    const ids = [...this.#asked];
    this.#asked = new Set();
    this.#next = undefined;
    return this.#store.leavesOf(ids);
  }
}
