import { reading, type DeviceDatabase } from '../database/open.ts';
import type { ReadTx, Row } from '../database/schema.ts';
import { yieldToEvents } from '../exchange/apply-pulled.ts';

/** Rows of some lists, made into what a report shows; `undefined` is left out. */
export interface RowSource<R> {
  /** The type of document whose changes change the rows. */
  readonly type: string;
  readonly ranges: readonly IDBKeyRange[];
  readonly rowsOf: (tx: ReadTx, rows: readonly Row[]) => Promise<readonly (R | undefined)[]>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** How many rows have been read. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Some ten milliseconds: a save waits for one of them at most. */
const PER_READ = 400;

type Rows = Map<string, unknown>;

/** The place of a row in a list; rows carry the keys that they are listed under. */
const keyIn = (row: Row | undefined, range: IDBKeyRange): string | undefined =>
  row?.lists.find((key) => range.includes(key));

const after = (key: string, range: IDBKeyRange): IDBKeyRange =>
  IDBKeyRange.bound(key, range.upper, false, range.upperOpen);

async function take<R>(tx: ReadTx, source: RowSource<R>, rows: readonly Row[], into: Rows): Promise<void> {
  const found = await source.rowsOf(tx, rows);
  rows.forEach(({ id }, index) => {
    if (found[index] === undefined) into.delete(id);
    else into.set(id, found[index]);
  });
}

/** Page by page, each in a transaction of its own: a long one would hold up whoever saves. */
async function readRange<R>(
  db: DeviceDatabase,
  source: RowSource<R>,
  whole: IDBKeyRange,
  into: Rows,
  options: ReadOptions,
): Promise<void> {
  let [range, size] = [whole, PER_READ];
  for (;;) {
    options.signal?.throwIfAborted();
    const last = await reading(db, async (tx) => {
      const rows = await tx.objectStore('rows').index('lists').getAll(range, size);
      await take(tx, source, rows, into);
      return rows.length < size ? undefined : keyIn(rows.at(-1), range);
    });
    options.onProgress?.(into.size);
    if (last === undefined) return;
    // Rows of one instant share a key: where a whole page does, the next one is larger.
    size = last === range.lower ? size * 2 : PER_READ;
    range = after(last, range);
    await yieldToEvents();
  }
}

/** What changed while it was read is read again, all in one transaction, until nothing did. */
async function catchUp<T>(
  db: DeviceDatabase,
  sources: readonly RowSource<unknown>[],
  into: readonly Rows[],
  changed: Set<string>,
  last: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  for (;;) {
    const ids = [...changed];
    changed.clear();
    const value = await reading(db, async (tx) => {
      const rows = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
      for (const [index, source] of sources.entries()) {
        const own = into[index] ?? new Map();
        const listed = rows.filter((row) => source.ranges.some((range) => keyIn(row, range) !== undefined));
        for (const id of ids) own.delete(id);
        await take(
          tx,
          source,
          listed.filter((row) => row !== undefined),
          own,
        );
      }
      return last(tx);
    });
    if (changed.size === 0) return value;
  }
}

/**
 * Everything in some lists, and whatever `last` reads, as of one moment, without holding anybody up: people go on saving
 * while it is read, and what they change meanwhile is read again.
 */
export async function readRows<T>(
  db: DeviceDatabase,
  sources: readonly RowSource<unknown>[],
  last: (tx: ReadTx) => Promise<T>,
  options: ReadOptions = {},
): Promise<{ readonly rows: readonly (readonly unknown[])[]; readonly value: T }> {
  const into = sources.map((): Rows => new Map());
  const changed = new Set<string>();
  const types = new Set(sources.map(({ type }) => type));
  const unlisten = db.topics.listen((topics) => {
    for (const topic of topics) if (types.has(topic.slice(0, topic.indexOf(':')))) changed.add(topic);
  });
  let before = 0;
  try {
    for (const [index, source] of sources.entries()) {
      const own = into[index] ?? new Map();
      for (const range of source.ranges)
        await readRange(db, source, range, own, {
          ...options,
          onProgress: (rows) => options.onProgress?.(before + rows),
        });
      before += own.size;
    }
    options.signal?.throwIfAborted();
    const value = await catchUp(db, sources, into, changed, last);
    return { rows: into.map((own) => [...own.values()]), value };
  } finally {
    unlisten();
  }
}
