import { currentDevice } from '../account/current-device.ts';
import { metaIn, readMeta, writeMeta } from '../database/meta.ts';
import type { DeskFilter } from '../queries/desk-filter.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** A filter that somebody gave a name. Its period is a word, such as `month`, so that it goes with the time. */
export interface DeskView {
  readonly id: string;
  readonly name: string;
  readonly filter: Omit<DeskFilter, 'from' | 'to'>;
  readonly period: string;
  readonly layout: 'table' | 'board';
}

/** How one person has arranged the jobs on this device; it is in their own database and leaves with it. */
export interface JobDesk {
  readonly views: readonly DeskView[];
  /** The columns that are shown; absent while nobody has chosen. */
  readonly columns?: readonly string[];
}

declare module '../database/schema.ts' {
  interface MetaValues {
    jobDesk: JobDesk;
  }
}

const nothing: JobDesk = { views: [] };

async function keep(change: Partial<JobDesk>): Promise<void> {
  const { db } = currentDevice() ?? {};
  if (db === undefined) return;
  await writeMeta(db, 'jobDesk', { ...((await readMeta(db, 'jobDesk')) ?? nothing), ...change });
}

/** The saved views and the columns, and the way to change them. */
export function useJobDesk(): { readonly desk: Live<JobDesk>; readonly keep: typeof keep } {
  const desk = useLive({
    key: 'jobDesk',
    topics: ['meta:jobDesk'],
    read: () => async (tx) => (await metaIn(tx, 'jobDesk')) ?? nothing,
  });
  return { desk, keep };
}
