import type { AnyDocument } from '@revops/domain';
import { merge } from '@revops/domain';
import type { DocumentStore, RevisionBody } from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { bodyOf, isLive, toLeaf, type Leaf } from './revisions.ts';

/**
 * What one request sees: the store as it was read, and over it what the request itself has admitted so far, so that a
 * head and its followers in one batch see each other. Everything is stored in one bulk at the end.
 */
export class Batch {
  readonly #store: DocumentStore;
  readonly #leaves = new Map<string, readonly Leaf[]>();
  readonly #followers = new Map<string, Map<string, AnyDocument>>();
  readonly #writes: RevisionBody[] = [];
  readonly #updated = new Set<string>();
  /** Joins are asked for by every follower and child of a document. */
  readonly #joins = new Map<string, AnyDocument | undefined>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  get writes(): readonly RevisionBody[] {
    return this.#writes;
  }

  /** The leaf that each admitted document is left with, where it is one. */
  get ends(): readonly Leaf[] {
    return [...new Set(this.#writes.map(({ _id }) => _id))].flatMap((id) => {
      const [leaf, ...others] = this.live(id);
      return leaf && others.length === 0 ? [leaf] : [];
    });
  }

  /** Documents that had leaves before: another gateway may have added one meanwhile. */
  get updated(): readonly string[] {
    return [...this.#updated];
  }

  /** Reads what is not known yet, all at once. */
  async load(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#leaves.has(id));
    if (unknown.length === 0) return;
    const found = await this.#store.leavesOf(unknown);
    for (const id of unknown) this.#leaves.set(id, (found.get(id) ?? []).map(toLeaf));
    for (const id of unknown) this.#joins.delete(id);
  }

  /** Reads what follows a head: followers are named `<type>:<head>:…`, so the index of ids finds them. */
  async loadFollowers(head: string, prefixes: readonly string[]): Promise<void> {
    if (this.#followers.has(head)) return;
    const ranges = prefixes.map((prefix) =>
      this.#store.allDocs({ startId: prefix, endId: `${prefix}\uffff` }),
    );
    const found = (await Promise.all(ranges)).flat().map((doc) => bodyOf(doc));
    this.#followers.set(head, new Map(found.map((doc) => [doc._id, doc])));
  }

  leaves(id: string): readonly Leaf[] {
    return this.#leaves.get(id) ?? [];
  }

  live(id: string): readonly Leaf[] {
    return this.leaves(id).filter(isLive);
  }

  knows(id: string, rev: string): boolean {
    return this.leaves(id).some((leaf) => descendsFrom(leaf, rev));
  }

  /** The join of what is stored. */
  document(id: string): AnyDocument | undefined {
    if (this.#joins.has(id)) return this.#joins.get(id);
    const live = this.live(id);
    const [only, ...others] = live;
    const join = only && (others.length === 0 ? bodyOf(only) : merge(live.map(bodyOf)));
    this.#joins.set(id, join);
    return join;
  }

  followers(head: string): readonly AnyDocument[] {
    return [...(this.#followers.get(head)?.values() ?? [])];
  }

  follow(head: string, document: AnyDocument): void {
    const group = this.#followers.get(head) ?? new Map<string, AnyDocument>();
    this.#followers.set(head, group.set(document._id, document));
  }

  /** Revisions to store, and the live leaves that the document then has. */
  admit(id: string, writes: readonly RevisionBody[], leaves: readonly Leaf[]): void {
    if (this.live(id).length > 0) this.#updated.add(id);
    const ended = writes.filter((write) => !isLive(write)).map((write) => toLeaf(write));
    const gone = [...this.leaves(id).filter((leaf) => !isLive(leaf)), ...ended];
    this.#leaves.set(id, [...leaves, ...gone]);
    this.#joins.delete(id);
    this.#writes.push(...writes);
  }
}
