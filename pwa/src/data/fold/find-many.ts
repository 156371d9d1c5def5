/** The part of an index that reading needs. */
interface Source<T> {
  getAll(range: IDBKeyRange | string, count?: number): Promise<T[]>;
}

/** The part of a store that reading needs. */
interface Store<T> extends Source<T> {
  get(key: string): Promise<T | undefined>;
  getAllKeys(range: IDBKeyRange, count?: number): Promise<readonly IDBValidKey[]>;
}

/** Fewer keys of a kind are read one by one. */
const WORTH_A_RANGE = 4;
/** Fewer keys of an index are read one by one, because each stranger comes with its whole record. */
const WORTH_AN_INDEX_RANGE = 12;
/** How many strangers between the wanted keys a range may carry: records, and keys alone. */
const SPARE = 24;
const SPARE_KEYS = 100;

const kindOf = (key: string): string => /^[^:|]*/.exec(key)?.[0] ?? '';

function byKind(keys: readonly string[]): string[][] {
  const kinds = new Map<string, string[]>();
  for (const key of new Set(keys)) {
    const held = kinds.get(kindOf(key));
    if (held === undefined) kinds.set(kindOf(key), [key]);
    else held.push(key);
  }
  return [...kinds.values()].map((kind) => kind.sort());
}

/**
 * Reads a sorted run of keys as one range: what a pull brings together was mostly made together, so its keys lie
 * close and one request replaces fifty. Keys beyond what the range could carry are left over.
 */
async function readRange<T>(
  source: Source<T>,
  keys: readonly string[],
  perKey: number,
  keyOf: (value: T) => string,
): Promise<{ found: T[]; left: string[] }> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined || keys.length < WORTH_A_RANGE)
    return { found: [], left: [...keys] };
  const limit = keys.length * perKey + SPARE;
  const found = await source.getAll(IDBKeyRange.bound(first, last), limit);
  if (found.length < limit) return { found, left: [] };
  // The last key may have more under it than was read.
  const reached = keyOf(found.at(-1) as T);
  return {
    found: found.filter((value) => keyOf(value) < reached),
    left: keys.filter((key) => key >= reached),
  };
}

/** Which of a sorted run of keys may be there; beyond what one request could tell, all of them. */
async function present(store: Store<unknown>, keys: readonly string[]): Promise<string[]> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined || keys.length < WORTH_A_RANGE) return [...keys];
  const limit = keys.length * 4 + SPARE_KEYS;
  const there = (await store.getAllKeys(IDBKeyRange.bound(first, last), limit)) as readonly string[];
  const held = new Set(there);
  const reached = there.length < limit ? last : (there.at(-1) ?? '');
  return keys.filter((key) => key > reached || held.has(key));
}

/**
 * Records by their keys, absent ones left out, with as few requests and strangers as their order allows. Of what a
 * first sync brings, next to nothing is there: its keys tell so without reading a record.
 */
export async function findMany<T>(
  store: Store<T>,
  keys: readonly string[],
  keyOf: (value: T) => string,
): Promise<Map<string, T>> {
  const parts = await Promise.all(
    byKind(keys).map(async (kind) => {
      const { found, left } = await readRange(store, await present(store, kind), 2, keyOf);
      const rest = await Promise.all(left.map((key) => store.get(key)));
      return [...found, ...rest.filter((value) => value !== undefined)];
    }),
  );
  const wanted = new Set(keys);
  const values = parts.flat().filter((value) => wanted.has(keyOf(value)));
  return new Map(values.map((value) => [keyOf(value), value]));
}

/**
 * Records by their keys, each asked for by itself and all at once: a single wait, where knowing first which are there
 * would be a second one.
 */
export async function findEach<T>(
  store: Pick<Store<T>, 'get'>,
  keys: readonly string[],
): Promise<Map<string, T>> {
  const distinct = [...new Set(keys)];
  const values = await Promise.all(distinct.map((key) => store.get(key)));
  return new Map(
    distinct.flatMap((key, index): [string, T][] => {
      const value = values[index];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Everything under each of some keys of an index. */
export async function findUnder<T>(
  source: Source<T>,
  keys: readonly string[],
  keyOf: (value: T) => string,
): Promise<T[]> {
  const parts = await Promise.all(
    byKind(keys).map(async (kind) => {
      const isWorthIt = kind.length >= WORTH_AN_INDEX_RANGE;
      const { found, left } = isWorthIt ? await readRange(source, kind, 8, keyOf) : { found: [], left: kind };
      const rest = await Promise.all(left.map((key) => source.getAll(key)));
      return [...found, ...rest.flat()];
    }),
  );
  const wanted = new Set(keys);
  return parts.flat().filter((value) => wanted.has(keyOf(value)));
}
