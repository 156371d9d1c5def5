import { AppError } from '#src/errors/app-error.ts';
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
import type { ViewName } from '@revops/couchdb';
import { planFind } from '../find-plan.ts';
import type { DatabasePool } from './database-pool.ts';
import { watchDatabase } from './feed.ts';
import { readLocal, removeLocal, writeLocal } from './local-documents.ts';
import type { OpenDatabase } from './open-database.ts';
import { statusOf, isMissing, type Body } from './pouch.ts';
import { findDocuments, readAllDocs } from './queries.ts';
import { readChanges } from './read-changes.ts';
import { inBatches, readLeaves, readRevision, unknownRevisions } from './read-revisions.ts';

export class EmbeddedStore implements DocumentStore {
  readonly name: string;
  readonly #pool: DatabasePool;

  constructor(pool: DatabasePool, name: string) {
    this.#pool = pool;
    this.name = name;
  }

  info(): Promise<StoreInfo> {
    return this.#use(async ({ pouch, opening, openedAtSeq }) => {
      const info = await pouch.info();
      return {
        updateSeq: String(info.update_seq),
        docCount: info.doc_count,
        opening,
        openedAtSeq,
        comparable: true,
      };
    });
  }

  get(id: string): Promise<StoredDocument | undefined> {
    return this.#use(async ({ pouch }) => {
      try {
        return (await pouch.get(id)) as StoredDocument;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  leaves(id: string): Promise<readonly StoredDocument[]> {
    return this.#use(({ pouch }) => readLeaves(pouch, id));
  }

  leavesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredDocument[]>> {
    return this.#use(async ({ pouch }) => {
      const pairs = await inBatches(
        [...new Set(ids)],
        async (id) => [id, await readLeaves(pouch, id)] as const,
      );
      return new Map(pairs);
    });
  }

  getRevisions(
    requests: readonly RevisionRequest[],
    options: RevisionOptions,
  ): Promise<readonly RevisionAnswer[]> {
    return this.#use(({ pouch }) => inBatches(requests, (request) => readRevision(pouch, request, options)));
  }

  missingRevisions(
    revs: Readonly<Record<string, readonly string[]>>,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#use(async ({ pouch }) => {
      const rows = await inBatches(
        Object.entries(revs),
        async ([id, list]) => [id, await unknownRevisions(pouch, id, list)] as const,
      );
      return new Map(rows.filter(([, missing]) => missing.length > 0));
    });
  }

  async bulkWrite(docs: readonly RevisionBody[]): Promise<void> {
    if (docs.length === 0) return;
    await this.#use(async ({ pouch }) => {
      const rows = await pouch.bulkDocs(docs as unknown as PouchDB.Core.PutDocument<Body>[], {
        new_edits: false,
      });
      const failed = rows.find((row) => 'error' in row && row.error);
      if (failed) throw failed as unknown as Error;
    }, 'write');
    this.#pool.signal(this.name).notify();
  }

  async put(doc: DocumentBody): Promise<PutOutcome> {
    const outcome = await this.#use(async ({ pouch }): Promise<PutOutcome> => {
      try {
        const { rev } = await pouch.put(doc as PouchDB.Core.PutDocument<Body>);
        return { outcome: 'created', rev };
      } catch (error) {
        if (statusOf(error) === 409) return { outcome: 'conflict' };
        throw error;
      }
    }, 'write');
    if (outcome.outcome !== 'conflict') this.#pool.signal(this.name).notify();
    return outcome;
  }

  getLocal(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    return this.#use(({ pouch }) => readLocal(pouch, id));
  }

  putLocal(id: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#use(({ pouch }) => writeLocal(pouch, id, body));
  }

  removeLocal(id: string): Promise<void> {
    return this.#use(({ pouch }) => removeLocal(pouch, id));
  }

  changes(options: ChangesOptions): Promise<ChangesPage> {
    return this.#use(({ pouch }) => readChanges(pouch, options));
  }

  watch(since: string, watcher: Watcher): Watch {
    return watchDatabase(this.#pool, this.name, since, watcher);
  }

  allDocs(query: AllDocsQuery): Promise<readonly StoredDocument[]> {
    return this.#use(({ pouch }) => readAllDocs(pouch, query));
  }

  view(name: ViewName, query: ViewQuery): Promise<readonly ViewRow[]> {
    return this.#use(({ index }) => index.query(name, query));
  }

  async find(query: FindQuery): Promise<readonly StoredDocument[]> {
    const plan = planFind(query);
    return this.#use(({ pouch }) => findDocuments(pouch, query, plan));
  }

  /** Each write here takes the body that it replaces (`auto_compaction`). */
  dropFormer(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.#pool.destroy(this.name);
  }

  /** What LevelDB and PouchDB throw leaves here as a code. */
  async #use<T>(run: (open: OpenDatabase) => Promise<T>, how: 'read' | 'write' = 'read'): Promise<T> {
    try {
      return await this.#pool.use(this.name, run, how);
    } catch (error) {
      if (error instanceof AppError) throw error;
      const status = statusOf(error);
      if (isRefusedBody(error) || status === 412)
        throw new AppError('bad_request', 'The store refused the document.', { cause: error });
      if (status === 413) throw new AppError('payload_too_large', undefined, { cause: error });
      throw new AppError('unavailable', 'The store did not answer.', { cause: error });
    }
  }
}

/** PouchDB answers a body it cannot parse with 400 or, for reserved fields, with 500. */
function isRefusedBody(error: unknown): boolean {
  return statusOf(error) === 400 || (error as { name?: unknown } | null)?.name === 'doc_validation';
}
