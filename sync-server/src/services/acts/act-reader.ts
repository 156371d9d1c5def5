import { canRead, keysOf, type Actor, type AnyDocument } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { bodyOf, childOf, firstRevision, toLeaf, type Leaf } from '#src/sync/writing/revisions.ts';
import { stampsOf } from '#src/sync/writing/stamps.ts';

/** What one act reads, as far as its person may; it remembers what the act then writes over. */
export class ActReader {
  readonly #store: DocumentStore;
  readonly #keys: ReturnType<typeof keysOf>;
  readonly #read = new Map<string, StoredDocument>();

  constructor(store: DocumentStore, actor: Actor) {
    this.#store = store;
    this.#keys = keysOf(actor);
  }

  get store(): DocumentStore {
    return this.#store;
  }

  /** Undefined also for what there is and this person may not read. */
  async get<D extends AnyDocument>(id: string): Promise<D | undefined> {
    const document = await this.getAnyway<D>(id);
    return document && canRead(this.#keys, document) ? document : undefined;
  }

  /** Whoever may read it: only for rules, never to be shown. */
  async getAnyway<D extends AnyDocument>(id: string): Promise<D | undefined> {
    const stored = await this.#store.get(id);
    return stored && (this.#take(stored) as D);
  }

  /** Those that there are and that this person may read, in the order asked for. */
  async many<D extends AnyDocument>(ids: readonly string[]): Promise<readonly D[]> {
    if (ids.length === 0) return [];
    const found = await this.#store.allDocs({ keys: ids });
    return found
      .map((stored) => this.#take(stored))
      .filter((document) => canRead(this.#keys, document)) as unknown as D[];
  }

  /** What follows a payment or a hand-over. */
  async followers(headIds: readonly string[]): Promise<readonly AnyDocument[]> {
    if (headIds.length === 0) return [];
    const rows = await this.#store.view('by-head', { keys: headIds });
    return this.many(rows.map(({ id }) => id));
  }

  /** Whether it was read, so that writing it is an edit. */
  has(id: string): boolean {
    return this.#read.has(id);
  }

  /** The highest clock of all that was read: what a person does by REST comes after it. */
  get lastStamp(): string | undefined {
    return [...this.#read.values()]
      .flatMap((stored) => stampsOf(bodyOf(stored)))
      .sort()
      .at(-1);
  }

  /** A document of the act with its revision, over the one that was read or as the first. */
  revised(document: AnyDocument): Leaf {
    const parent = this.#read.get(document._id);
    return parent ? childOf(toLeaf(parent), document) : firstRevision({ ...document });
  }

  #take(stored: StoredDocument): AnyDocument {
    this.#read.set(stored._id, stored);
    return bodyOf(stored);
  }
}
