import { canRead, keysOf, type Actor, type AnyDocument } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { bodyOf } from '#src/sync/writing/revisions.ts';

/** What one person reads for a list. Every body's own access is checked again, whatever the index says. */
export class ListReader {
  readonly store: DocumentStore;
  readonly #keys: ReturnType<typeof keysOf>;
  /** The key under which the person's jobs, payments and hand-overs are listed; nothing for who has none. */
  readonly listKey: string | undefined;

  constructor(store: DocumentStore, actor: Actor) {
    this.store = store;
    this.#keys = keysOf(actor);
    if (actor.role === 'owner') this.listKey = '*';
    else if (actor.role === 'manager') this.listKey = `desk:${actor.userId}`;
  }

  async get<D extends AnyDocument>(id: string): Promise<D | undefined> {
    const [document] = await this.many<D>([id]);
    return document;
  }

  /** In the order asked for, without what the person may not read. */
  async many<D extends AnyDocument>(ids: readonly string[]): Promise<readonly D[]> {
    if (ids.length === 0) return [];
    const found = await this.store.allDocs({ keys: ids });
    return found.map((stored) => bodyOf(stored) as D).filter((document) => canRead(this.#keys, document));
  }

  /** What follows payments or hand-overs. */
  async followers(headIds: readonly string[]): Promise<readonly AnyDocument[]> {
    if (headIds.length === 0) return [];
    const rows = await this.store.view('by-head', { keys: headIds });
    return this.many(rows.map(({ id }) => id));
  }

  /** What the index tells of payments or waivers by their jobs, or of words by what they are said of: no bodies are read for a sum. */
  async figures<D extends AnyDocument>(
    list: 'money' | 'waived' | 'word',
    ids: readonly string[],
  ): Promise<readonly D[]> {
    if (ids.length === 0) return [];
    const rows = await this.store.view('by-list', { keys: ids.map((id) => [list, id, 0]) });
    return rows.map(({ value }) => value as D).filter((figure) => canRead(this.#keys, figure));
  }

  /** The children of jobs that are of one type. */
  async ofJobs<D extends AnyDocument>(jobIds: readonly string[], type: string): Promise<readonly D[]> {
    if (jobIds.length === 0) return [];
    const rows = await this.store.view('by-job', { keys: jobIds });
    return this.many<D>(rows.filter(({ value }) => value === type).map(({ id }) => id));
  }
}
