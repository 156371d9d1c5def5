import { metaIn, putMeta } from '../database/meta.ts';
import { reading, writing, type DeviceDatabase } from '../database/open.ts';

/** How far a device has counted. */
export interface Counters {
  readonly issued: number;
  readonly jobCounter: number;
}

export const readCounters = (db: DeviceDatabase): Promise<Counters> =>
  reading(db, async (tx) => ({
    issued: (await metaIn(tx, 'issued')) ?? 0,
    jobCounter: (await metaIn(tx, 'jobCounter')) ?? 0,
  }));

/** Never below what any side knows: a number given twice would name two papers. */
export const raiseCounters = (db: DeviceDatabase, known: Counters): Promise<void> =>
  writing(db, 'strict', async (tx) => {
    const [issued, jobCounter] = await Promise.all([metaIn(tx, 'issued'), metaIn(tx, 'jobCounter')]);
    await putMeta(tx, 'issued', Math.max(issued ?? 0, known.issued));
    await putMeta(tx, 'jobCounter', Math.max(jobCounter ?? 0, known.jobCounter));
  });

/** Another device begins in this database: its own counters count from what the server says. */
export const replaceCounters = (db: DeviceDatabase, { issued, jobCounter }: Counters): Promise<void> =>
  writing(db, 'strict', async (tx) => {
    await Promise.all([putMeta(tx, 'issued', issued), putMeta(tx, 'jobCounter', jobCounter)]);
  });
