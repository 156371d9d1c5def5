import { unwrap } from 'idb';
import { reading, writing, type DeviceDatabase } from './open.ts';
import type { MetaValues, ReadTx, WriteTx } from './schema.ts';

type Held = Map<string, unknown>;

/** What a transaction has read of `meta`, all of it at once; it ends with the transaction. */
const heldBy = new WeakMap<object, Promise<Held>>();

async function readAll(tx: ReadTx | WriteTx): Promise<Held> {
  const store = (tx as ReadTx).objectStore('meta');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return new Map(keys.map((key, index) => [key, values[index]]));
}

/**
 * Reads everything remembered in two requests, for a transaction that asks for many values: each request is a wait
 * for another process, and a person waits for their sum.
 */
export function readMetaAhead(tx: ReadTx | WriteTx): void {
  const asked = readAll(tx);
  // Whoever asks hears of a failure; nobody asking is no failure.
  asked.catch(() => undefined);
  heldBy.set(tx, asked);
}

export async function metaIn<K extends keyof MetaValues>(
  tx: ReadTx | WriteTx,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const held = await heldBy.get(tx);
  if (held !== undefined) return held.get(key) as MetaValues[K] | undefined;
  return (await (tx as ReadTx).objectStore('meta').get(key)) as MetaValues[K] | undefined;
}

/** Writes without waiting, and only what differs as far as the transaction knows; a failure aborts it. */
export async function putMeta<K extends keyof MetaValues>(
  tx: WriteTx,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  const held = await heldBy.get(tx);
  if (held?.has(key) === true && held.get(key) === value) return;
  held?.set(key, value);
  unwrap(tx.objectStore('meta')).put(value, key);
}

export async function deleteMeta(tx: WriteTx, key: keyof MetaValues): Promise<void> {
  (await heldBy.get(tx))?.delete(key);
  unwrap(tx.objectStore('meta')).delete(key);
}

/** One remembered value; undefined when it was never written. */
export const readMeta = <K extends keyof MetaValues>(
  db: DeviceDatabase,
  key: K,
): Promise<MetaValues[K] | undefined> => reading(db, (tx) => metaIn(tx, key));

/** Remembers one value and tells live queries by the topic `meta:<key>`. */
export async function writeMeta<K extends keyof MetaValues>(
  db: DeviceDatabase,
  key: K,
  value: MetaValues[K],
  options: EngineOptions = {},
): Promise<void> {
  await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    await putMeta(tx, key, value);
  });
  db.topics.announce([`meta:${key}`]);
}

/** Remembers several values in one go: a kill leaves all of them or none. */
export async function writeMetaTogether(
  db: DeviceDatabase,
  values: Partial<MetaValues>,
  options: EngineOptions = {},
): Promise<void> {
  const keys = Object.keys(values) as (keyof MetaValues)[];
  await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    for (const key of keys) await putMeta(tx, key, values[key]);
  });
  db.topics.announce(keys.map((key) => `meta:${key}`));
}

/** What every write of the engine may carry: the number of the lock under which it works. */
export interface EngineOptions {
  readonly fence?: number | undefined;
}

/** Another tab has taken over the engine; this one must stop. */
export class FencedOffError extends Error {
  override readonly name = 'FencedOffError';
}

export async function checkFence(tx: WriteTx, { fence }: EngineOptions): Promise<void> {
  if (fence !== undefined && (await metaIn(tx, 'fence')) !== fence) throw new FencedOffError('fenced off');
}
