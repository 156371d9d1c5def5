import { viewPath, type ViewName } from '@revops/couchdb';
import type {
  AllDocsQuery,
  ChangesOptions,
  ChangesPage,
  DocumentBody,
  DocumentStore,
  FindQuery,
  PutOutcome,
  RevisionAnswer,
  RevisionBody,
  RevisionOptions,
  RevisionRequest,
  StoredDocument,
  StoreInfo,
  ViewQuery,
  ViewRow,
  Watch,
  Watcher,
} from '../document-store.ts';
import { planFind } from '../find-plan.ts';
import { answerFrom } from '../leaf-answers.ts';
import type { CouchDatabase } from './couch-database.ts';
import { toAppError } from './couch-failure.ts';
import type { FeedOpening } from './feed-opening.ts';
import { findDocuments } from './find-documents.ts';
import { readMissing } from './read-missing.ts';
import { readLocal, removeLocal, writeLocal } from './local-documents.ts';
import { readChanges } from './read-changes.ts';
import { readAllDocs, readDocument, readLeavesOf, readView } from './read-documents.ts';
import { watchDatabase } from './watch.ts';
import { putDocument, writeRevisions } from './write-documents.ts';

export interface CouchStoreParts {
  readonly name: string;
  readonly database: CouchDatabase;
  readonly opening: FeedOpening;
  readonly forget: () => void;
}

export class CouchStore implements DocumentStore {
  readonly name: string;
  readonly #database: CouchDatabase;
  readonly #opening: FeedOpening;
  readonly #forget: () => void;

  constructor({ name, database, opening, forget }: CouchStoreParts) {
    this.name = name;
    this.#database = database;
    this.#opening = opening;
    this.#forget = forget;
  }

  info(): Promise<StoreInfo> {
    return this.#use(async (database) => {
      const state = await database.state('call');
      const { opening, openedAtSeq } = await this.#opening.of(state);
      const { updateSeq, docCount, comparable } = state;
      return { updateSeq, docCount, opening, openedAtSeq, comparable };
    });
  }

  get(id: string): Promise<StoredDocument | undefined> {
    return this.#use((database) => readDocument(database, id));
  }

  async leaves(id: string): Promise<readonly StoredDocument[]> {
    return (await this.leavesOf([id])).get(id) ?? [];
  }

  leavesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredDocument[]>> {
    return this.#use((database) => readLeavesOf(database, ids));
  }

  async getRevisions(
    requests: readonly RevisionRequest[],
    options: RevisionOptions,
  ): Promise<readonly RevisionAnswer[]> {
    const leaves = await this.leavesOf(requests.map(({ id }) => id));
    return requests.map((request) => answerFrom(leaves.get(request.id) ?? [], request, options));
  }

  missingRevisions(
    revs: Readonly<Record<string, readonly string[]>>,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#use((database) => readMissing(database, revs));
  }

  async bulkWrite(docs: readonly RevisionBody[]): Promise<void> {
    if (docs.length > 0) await this.#use((database) => writeRevisions(database, docs, this.#ensured));
  }

  put(doc: DocumentBody): Promise<PutOutcome> {
    return this.#use((database) => putDocument(database, doc, this.#ensured));
  }

  getLocal(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    return this.#use((database) => readLocal(database, id));
  }

  putLocal(id: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#use((database) => writeLocal(database, id, body));
  }

  removeLocal(id: string): Promise<void> {
    return this.#use((database) => removeLocal(database, id));
  }

  changes(options: ChangesOptions): Promise<ChangesPage> {
    return this.#use((database) => readChanges(database, options));
  }

  watch(since: string, watcher: Watcher): Watch {
    return watchDatabase(this.#database, since, watcher);
  }

  allDocs(query: AllDocsQuery): Promise<readonly StoredDocument[]> {
    return this.#use((database) => readAllDocs(database, query));
  }

  view(name: ViewName, query: ViewQuery): Promise<readonly ViewRow[]> {
    return this.#use((database) => readView(database, viewPath(name), query));
  }

  async find(query: FindQuery): Promise<readonly StoredDocument[]> {
    const plan = planFind(query);
    return this.#use((database) => findDocuments(database, query, plan));
  }

  /** CouchDB by itself does it only when a file is twice as large as what counts in it. */
  async dropFormer(): Promise<void> {
    await this.#use((database) =>
      database.call({ kind: 'setup', method: 'POST', path: '_compact', body: {} }),
    );
  }

  async destroy(): Promise<void> {
    this.#forget();
    await this.#use((database) => database.call({ kind: 'setup', method: 'DELETE', path: '' }));
  }

  /** Before every write: nothing may be written into files that were put back before that is on record. */
  readonly #ensured = async (): Promise<void> => {
    await this.#opening.ensure();
  };

  async #use<T>(run: (database: CouchDatabase) => Promise<T>): Promise<T> {
    try {
      return await run(this.#database);
    } catch (error) {
      throw toAppError(error);
    }
  }
}
