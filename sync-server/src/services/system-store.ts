import { AppError } from '#src/errors/app-error.ts';
import { holdsClaim } from './claims.ts';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

export const systemDatabase = 'revops-system';

/** Racing writers of one account are a person's few devices; 20 rounds are never needed unless something is broken. */
const maxAttempts = 20;

/** Plain typed documents of the system database, changed by compare-and-swap. */
export class SystemStore {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async get<T>(id: string): Promise<T | undefined> {
    const doc = await this.#store.get(id);
    return doc && (bodyOf(doc) as T);
  }

  /** False when the id is taken: this is what makes an email unique. */
  async create(id: string, body: object): Promise<boolean> {
    const put = await this.#store.put({ ...body, _id: id });
    if (put.outcome === 'accepted') {
      // Left there, it would hold the id for somebody who was told that it failed.
      await this.#store.put({ _id: id, _rev: put.rev, _deleted: true });
      throw new AppError('unavailable', 'The store has no quorum.', { retryAfterSeconds: 2 });
    }
    return put.outcome === 'created';
  }

  /** Applies `change` to the newest body until it is stored; returning undefined leaves it as it is. */
  async update<T extends object>(id: string, change: (body: T) => T | undefined): Promise<T | undefined> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const doc = await this.#store.get(id);
      if (!doc) return undefined;
      const before = bodyOf(doc) as T;
      const after = change(before);
      if (after === undefined) return before;
      const { outcome } = await this.#store.put({ ...after, _id: id, _rev: doc._rev });
      if (outcome !== 'conflict') return after;
    }
    throw new AppError('unavailable', 'Too many changes at once.');
  }

  claim(id: string, holder: string): Promise<boolean> {
    return holdsClaim(this.#store, id, holder);
  }

  async list(prefix: string): Promise<readonly unknown[]> {
    const docs = await this.#store.allDocs({ startId: prefix, endId: `${prefix}\uffff` });
    return docs.map((doc) => bodyOf(doc));
  }
}

function bodyOf(doc: StoredDocument): unknown {
  const { _id, _rev, ...body } = doc;
  return body;
}
