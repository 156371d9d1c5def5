import type { Replica } from '@revops/pwa/engine';
import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';

PouchDB.plugin(memoryAdapter);

/** The replicas on one phone's disk: they outlive the app, and a destroyed one is gone. */
export class Replicas {
  readonly #prefix: string;
  readonly #open = new Map<string, Replica>();

  /** @param prefix keeps the phones of one process apart. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** @param dies asked at every write of bodies: whether this one fails. */
  open(name: string, dies: () => boolean): Replica {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const options = { adapter: 'memory', auto_compaction: true };
    const replica: Replica = new PouchDB<Record<string, unknown>>(`${this.#prefix}/${name}`, options);
    const bulkDocs = replica.bulkDocs.bind(replica) as (...given: unknown[]) => Promise<unknown>;
    const mayFail = (...given: unknown[]): Promise<unknown> =>
      dies() ? Promise.reject(new Error('indexed_db_went_bad')) : bulkDocs(...given);
    Object.assign(replica, { bulkDocs: mayFail });
    replica.on('destroyed', () => this.#open.delete(name));
    this.#open.set(name, replica);
    return replica;
  }

  list(): readonly Replica[] {
    return [...this.#open.values()];
  }

  async destroy(): Promise<void> {
    for (const replica of this.#open.values()) await replica.destroy();
  }
}
