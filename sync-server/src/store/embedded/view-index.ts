import { emissionsOf, viewNames, type Emission, type ViewName } from '@revops/couchdb';
import type { StoredDocument, ViewQuery, ViewRow } from '../document-store.ts';
import { collate } from './collate.ts';
import { RowList } from './row-list.ts';

/** What a document put into the indexes, by view. */
export type Emitted = readonly (readonly [ViewName, readonly Emission[]])[];

interface Place {
  readonly view: ViewName;
  readonly row: ViewRow;
}

/**
 * The views of one database in memory. Rows that share all of a key but its last part lie in one list, so a lookup
 * touches only what it returns; PouchDB's own views took 5 ms per document to build and 60 ms to bring up to date.
 */
export class ViewIndex {
  readonly #lists = new Map<ViewName, Map<string, RowList>>(viewNames.map((name) => [name, new Map()]));
  readonly #places = new Map<string, readonly Place[]>();

  put(doc: StoredDocument): void {
    const emitted = viewNames
      .map((name) => [name, emissionsOf(name, doc)] as const)
      .filter(([, emissions]) => emissions.length > 0);
    this.load(doc._id, emitted);
  }

  load(id: string, emitted: Emitted): void {
    this.remove(id);
    if (emitted.length === 0) return;
    const places = emitted.flatMap(([view, emissions]) =>
      emissions.map(({ key, value }) => ({ view, row: { id, key, value } })),
    );
    this.#places.set(id, places);
    for (const { view, row } of places) this.#listFor(view, row.key).add(row);
  }

  remove(id: string): void {
    for (const { view, row } of this.#places.get(id) ?? []) {
      const lists = this.#lists.get(view);
      const name = listOf(row.key);
      const list = lists?.get(name);
      list?.remove(row);
      if (list?.size === 0) lists?.delete(name);
    }
    this.#places.delete(id);
  }

  query(name: ViewName, query: ViewQuery): readonly ViewRow[] {
    if (!query.keys) return this.#range(name, query);
    const rows = query.keys.flatMap(
      (key) => this.#lists.get(name)?.get(listOf(key))?.between(key, key) ?? [],
    );
    if (query.descending) rows.reverse();
    return query.limit === undefined ? rows : rows.slice(0, query.limit);
  }

  /** For keeping on disk. */
  *entries(): Iterable<readonly [string, Emitted]> {
    for (const [id, places] of this.#places) {
      const views = [...new Set(places.map(({ view }) => view))];
      const emissions = (name: ViewName): readonly Emission[] =>
        places.filter(({ view }) => view === name).map(({ row: { key, value } }) => ({ key, value }));
      yield [id, views.map((name) => [name, emissions(name)] as const)];
    }
  }

  #range(name: ViewName, query: ViewQuery): readonly ViewRow[] {
    const { descending, limit } = query;
    const [low, high] = descending ? [query.endKey, query.startKey] : [query.startKey, query.endKey];
    const lists = this.#lists.get(name) ?? new Map<string, RowList>();
    const shared = sharedList(name, low, high);
    if (shared !== undefined) return lists.get(shared)?.between(low, high, limit, descending) ?? [];
    const all = new RowList();
    for (const list of lists.values()) for (const row of list.between(low, high)) all.add(row);
    return all.between(low, high, limit, descending);
  }

  #listFor(view: ViewName, key: unknown): RowList {
    const lists = this.#lists.get(view) ?? new Map<string, RowList>();
    const name = listOf(key);
    let list = lists.get(name);
    if (!list) lists.set(name, (list = new RowList()));
    return list;
  }
}

/** All of an array key but its last part; any other key whole. */
function listOf(key: unknown): string {
  return JSON.stringify(Array.isArray(key) ? key.slice(0, -1) : key);
}

/** How many parts the keys of a view have; 1 for a plain one. */
const keyParts = {
  'by-job': 1,
  'by-head': 1,
  'by-access': 2,
  'by-counter': 3,
  'entries-by-time': 2,
  'by-audited': 2,
  'by-quarantine': 2,
  'by-list': 3,
} as const satisfies Record<ViewName, number>;

/** The one list that holds a range such as ['n', x] … ['n', x, {}], or ['n', x, 1] … ['n', x, 9]. */
function sharedList(view: ViewName, low: unknown, high: unknown): string | undefined {
  if (!Array.isArray(low) || !Array.isArray(high)) return undefined;
  const shared = keyParts[view] - 1;
  if (Math.min(low.length, high.length) < shared) return undefined;
  const [one, other] = [low.slice(0, shared), high.slice(0, shared)];
  return collate(one, other) === 0 ? JSON.stringify(one) : undefined;
}
