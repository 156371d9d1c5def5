import type { ViewName } from '@revops/couchdb';

/** A revision as stored. `_revisions` is present where ancestry was asked for; newest hash first. */
export interface StoredDocument {
  readonly _id: string;
  readonly _rev: string;
  readonly _deleted?: boolean;
  readonly _revisions?: Ancestry;
  readonly [field: string]: unknown;
}

export interface Ancestry {
  readonly start: number;
  readonly ids: readonly string[];
}

/** A body to store; `_rev` names the parent for `put`, the revision itself for `bulkWrite`. */
export interface DocumentBody {
  readonly _id: string;
  readonly _rev?: string;
  readonly _deleted?: boolean;
  readonly [field: string]: unknown;
}

/** `_revisions` may be left out only for a first generation. */
export interface RevisionBody extends DocumentBody {
  readonly _rev: string;
  readonly _revisions?: Ancestry;
}

/**
 * created: every copy agreed (201), the only outcome that holds a claim. accepted: stored without a quorum (202),
 * possibly beside a rival. conflict: another revision was there first (409), nothing was stored.
 */
export type PutOutcome =
  | { readonly outcome: 'created' | 'accepted'; readonly rev: string }
  | { readonly outcome: 'conflict' };

export interface StoreInfo {
  readonly updateSeq: string;
  readonly docCount: number;
  /** Differs for each physical opening of the database, so that files put back by hand can be noticed. */
  readonly opening: string;
  /** Where the feed stood when this opening began, before anything was written in it; '0' where nobody can say. */
  readonly openedAtSeq: string;
  /** False on a cluster: each of its copies counts for itself, so that the numbers of two seqs say nothing. */
  readonly comparable: boolean;
}

/** One document at its newest place in the feed; `leaves` lists every leaf, winner first, deleted ones too. */
export interface ChangesRow {
  readonly seq: string;
  readonly id: string;
  readonly rev: string;
  readonly deleted: boolean;
  readonly leaves: readonly string[];
  /** The winning leaf, where bodies were asked for; a tombstone's body too. */
  readonly doc?: StoredDocument;
}

export interface ChangesOptions {
  /** Opaque; '0' is the beginning. */
  readonly since: string;
  readonly limit: number;
  readonly includeDocs?: boolean;
}

/** `pending` is 0 exactly at the end; otherwise the rows left at most. */
export interface ChangesPage {
  readonly rows: readonly ChangesRow[];
  readonly lastSeq: string;
  readonly pending: number;
}

export interface Watcher {
  /** Rows in feed order; the next batch waits for this promise. */
  rows(rows: readonly ChangesRow[]): void | Promise<void>;
  /** The feed broke and has ended; watch again from the last row seen. */
  broken(error: unknown): void;
}

export interface Watch {
  stop(): void;
}

export interface RevisionRequest {
  readonly id: string;
  readonly rev?: string;
}

export interface RevisionOptions {
  /** Adds `_revisions`. */
  readonly revs?: boolean;
  /** A revision that is no leaf is answered by the leaf that descends from it. */
  readonly latest?: boolean;
}

/** One answer per request, in request order; `docs` is empty where the document or the revision is absent. */
export interface RevisionAnswer {
  readonly id: string;
  readonly docs: readonly StoredDocument[];
}

export type AllDocsQuery =
  | { readonly keys: readonly string[] }
  | {
      readonly startId: string;
      readonly endId: string;
      readonly limit?: number;
      readonly descending?: boolean;
    };

export interface ViewQuery {
  readonly keys?: readonly unknown[];
  readonly startKey?: unknown;
  readonly endKey?: unknown;
  readonly limit?: number;
  readonly descending?: boolean;
}

export interface ViewRow {
  readonly id: string;
  readonly key: unknown;
  readonly value: unknown;
}

export interface FindQuery {
  readonly selector: Readonly<Record<string, unknown>>;
  readonly sort?: readonly (string | Readonly<Record<string, 'asc' | 'desc'>>)[];
  readonly limit: number;
  readonly skip?: number;
}

/** One workshop's documents, or the system's. Safe to keep: a handle reopens its database when it was put to sleep. */
export interface DocumentStore {
  readonly name: string;
  info(): Promise<StoreInfo>;
  /** The winning leaf; undefined when unknown or deleted. */
  get(id: string): Promise<StoredDocument | undefined>;
  /** Every leaf, live and deleted, with body and ancestry, winner first; empty when unknown. */
  leaves(id: string): Promise<readonly StoredDocument[]>;
  leavesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredDocument[]>>;
  getRevisions(
    requests: readonly RevisionRequest[],
    options: RevisionOptions,
  ): Promise<readonly RevisionAnswer[]>;
  /** The revisions of these that the store has never seen. Ids without any are left out. */
  missingRevisions(
    revs: Readonly<Record<string, readonly string[]>>,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** new_edits: false. Atomic on the embedded store only; a known revision is kept as it is. */
  bulkWrite(docs: readonly RevisionBody[]): Promise<void>;
  /** new_edits: true: the store makes the revision. */
  put(doc: DocumentBody): Promise<PutOutcome>;
  /** Documents that never replicate (`_local/<id>`); the last write wins. */
  getLocal(id: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  putLocal(id: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  removeLocal(id: string): Promise<void>;
  changes(options: ChangesOptions): Promise<ChangesPage>;
  watch(since: string, watcher: Watcher): Watch;
  /** Live winners only, without design documents, in id order (or key order). */
  allDocs(query: AllDocsQuery): Promise<readonly StoredDocument[]>;
  view(name: ViewName, query: ViewQuery): Promise<readonly ViewRow[]>;
  /** By one of the indexes of `couchdb/indexes`; a query that none serves throws. */
  find(query: FindQuery): Promise<readonly StoredDocument[]>;
  /** Has the bodies of former revisions taken off the disk soon; resolves when that has begun. */
  dropFormer(): Promise<void>;
  destroy(): Promise<void>;
}

export interface StoreServer {
  /** Creates the database if there is none. Names: lower-case letters, digits and dashes. */
  open(name: string): Promise<DocumentStore>;
  exists(name: string): Promise<boolean>;
  list(): Promise<readonly string[]>;
  /** Throws `unavailable` when the store does not answer. */
  ping(): Promise<void>;
  /** Waits for what is running, then closes everything. */
  close(): Promise<void>;
}

/** The leading number of a seq; comparable only where the store's info says so. */
export function seqNumber(seq: string): number {
  const number = Number.parseInt(seq, 10);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
