import { FencedOffError, metaIn, putMeta, readMeta, type EngineOptions } from './meta.ts';
import { writing, type DeviceDatabase } from './open.ts';

/**
 * Takes the engine over: every transaction of whoever had it before fails from now on. The clock makes the number
 * another one than any of a database that was deleted meanwhile and made anew under the same name.
 */
export function takeFence(db: DeviceDatabase, now: () => number): Promise<number> {
  return writing(db, 'strict', async (tx) => {
    const fence = Math.max(((await metaIn(tx, 'fence')) ?? 0) + 1, Math.trunc(now()));
    await putMeta(tx, 'fence', fence);
    return fence;
  });
}

/** Throws when another tab has taken over; for what no transaction of ours can guard, such as the replica. */
export async function assertFence(db: DeviceDatabase, { fence }: EngineOptions): Promise<void> {
  if (fence !== undefined && (await readMeta(db, 'fence')) !== fence)
    throw new FencedOffError('another tab has taken over');
}
