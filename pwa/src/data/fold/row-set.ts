import { deleteAll, putAll } from '../database/put-all.ts';
import type { Row, WriteTx } from '../database/schema.ts';
import { findEach, findMany, findUnder } from './find-many.ts';
import { sameValue } from './same-value.ts';

/** The rows of one transaction: as they were, and as they will be; undefined means no row. */
export class RowSet {
  readonly before = new Map<string, Row | undefined>();
  readonly after = new Map<string, Row | undefined>();
  readonly #groups = new Map<string, string[]>();
  readonly #tx: WriteTx;

  constructor(tx: WriteTx) {
    this.#tx = tx;
  }

  async load(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.before.has(id));
    const store = this.#tx.objectStore('rows');
    const found = await findMany(store, missing, (row) => row.id);
    // Another read of the same transaction may have brought it meanwhile.
    for (const id of missing) if (!this.before.has(id)) this.hold(id, found.get(id));
  }

  /** A few that the fold came upon: asked for at once, without first asking which are there. */
  async loadFew(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.before.has(id));
    const found = await findEach(this.#tx.objectStore('rows'), missing);
    for (const id of missing) if (!this.before.has(id)) this.hold(id, found.get(id));
  }

  /** Takes what is stored under an id. */
  hold(id: string, row: Row | undefined): void {
    this.before.set(id, row);
    this.after.set(id, row);
  }

  /** Takes note that nothing belongs to a head that was just made. */
  holdGroup(head: string): void {
    this.#groups.set(head, []);
  }

  /** Takes a row that was read anyway; one already here stays as it is. */
  note(row: Row): void {
    if (!this.before.has(row.id)) this.hold(row.id, row);
  }

  #noted(found: readonly Row[]): Row[] {
    for (const row of found) this.note(row);
    return found.map((row) => this.after.get(row.id)).filter((row) => row !== undefined);
  }

  /** Reads the stored members of some groups, each group once. */
  async loadGroups(heads: readonly string[]): Promise<void> {
    const missing = heads.filter((head) => !this.#groups.has(head));
    for (const head of missing) this.#groups.set(head, []);
    const index = this.#tx.objectStore('rows').index('head');
    for (const row of await findUnder(index, missing, (found) => found.head ?? '')) {
      this.note(row);
      this.#groups.get(row.head ?? '')?.push(row.id);
    }
  }

  /** The stored members of some groups, as they will be. */
  async members(heads: readonly string[]): Promise<Row[]> {
    await this.loadGroups(heads);
    const ids = heads.flatMap((head) => this.#groups.get(head) ?? []);
    return ids.map((id) => this.after.get(id)).filter((row) => row !== undefined);
  }

  /** The rows of a list, as they will be. */
  async listed(range: IDBKeyRange): Promise<Row[]> {
    return this.#noted(await this.#tx.objectStore('rows').index('lists').getAll(range));
  }

  /** Writes what differs from what is stored. @returns the ids of those rows. */
  write(): string[] {
    const changed = [...this.after].filter(([id, row]) => !sameValue(row, this.before.get(id)));
    const rows = changed.map(([, row]) => row).filter((row) => row !== undefined);
    putAll(this.#tx, 'rows', rows);
    deleteAll(
      this.#tx,
      'rows',
      changed.filter(([, row]) => row === undefined).map(([id]) => id),
    );
    return changed.map(([id]) => id);
  }
}
