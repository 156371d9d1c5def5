import { reading, writing, type DeviceDatabase } from './open.ts';
import type { MetaValues, ReadTx, WriteTx } from './schema.ts';

export async function metaIn<K extends keyof MetaValues>(
  tx: ReadTx | WriteTx,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return (await (tx as ReadTx).objectStore('meta').get(key)) as MetaValues[K] | undefined;
}

export async function putMeta<K extends keyof MetaValues>(
  tx: WriteTx,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await tx.objectStore('meta').put(value, key);
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
