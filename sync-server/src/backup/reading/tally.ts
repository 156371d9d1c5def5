import type { DatabaseEntry, FileRecord, Manifest } from '../archive/archive-record.ts';
import type { Leaves } from './read-leaves.ts';

/** Counts what passes by. Of each document it keeps the id, because one that changed meanwhile passes twice. */
export class Tally {
  readonly #databases = new Map<string, Map<string, number>>();
  readonly #done = new Map<string, { readonly seq: string; readonly at: string }>();
  #files = 0;
  #bytes = 0;

  document(database: string, leaves: Leaves): void {
    let counts = this.#databases.get(database);
    if (!counts) this.#databases.set(database, (counts = new Map()));
    const id = leaves[0]?._id;
    if (id !== undefined) counts.set(id, leaves.length);
  }

  has(database: string, id: string): boolean {
    return this.#databases.get(database)?.has(id) === true;
  }

  knows(database: string): boolean {
    return this.#done.has(database);
  }

  file({ size }: FileRecord): void {
    this.#files += 1;
    this.#bytes += size;
  }

  done(database: string, seq: string, at: string): DatabaseEntry {
    this.#done.set(database, { seq, at });
    return this.#entry(database, seq, at);
  }

  manifest(at: string, endedAt: string): Manifest {
    const databases = [...this.#done].map(([name, { seq, at }]) => this.#entry(name, seq, at));
    return { at, endedAt, databases, files: { count: this.#files, bytes: this.#bytes } };
  }

  #entry(name: string, seq: string, at: string): DatabaseEntry {
    const counts = this.#databases.get(name) ?? new Map<string, number>();
    const leaves = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { name, seq, at, documents: counts.size, leaves };
  }
}
