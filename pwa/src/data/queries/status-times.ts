import { endOfDay, startOfDay, statusTimes, type Job, type JobEvent, type StatusTime } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { inverted } from '../projections/projection.ts';
import { listed } from './lists.ts';

/** The newest jobs that are looked at; the screen says so. */
export const STATUS_TIME_JOBS = 200;

export interface StatusTimesFilter {
  readonly from?: string;
  readonly to?: string;
  readonly desk: string;
  readonly timeZone: string;
}

export interface StatusTimesView {
  readonly times: readonly StatusTime[];
  readonly jobs: number;
  /** There are older ones that were not looked at. */
  readonly more: boolean;
}

/** Lists begin with the newest, so the end of a period comes first. */
function rangeOf({ from, to, desk, timeZone }: StatusTimesFilter): IDBKeyRange {
  const list = `job|all|${desk}|`;
  const first = to === undefined ? '' : inverted(endOfDay(to, timeZone));
  const last = from === undefined ? '' : inverted(startOfDay(from, timeZone));
  return IDBKeyRange.bound(`${list}${first}`, `${list}${last}\uffff`);
}

/** How long jobs stay in each status: from the timelines of the newest that were opened in a period. */
export async function jobStatusTimes(tx: ReadTx, filter: StatusTimesFilter): Promise<StatusTimesView> {
  const index = tx.objectStore('rows').index('lists');
  const rows = await index.getAll(rangeOf(filter), STATUS_TIME_JOBS + 1);
  const jobs = rows
    .slice(0, STATUS_TIME_JOBS)
    .flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Job]));
  const timelines = await Promise.all(jobs.map(({ _id }) => listed(tx, `jobEvent|${_id}|`)));
  const told = jobs.map((job, at) => ({
    job,
    events: (timelines[at] ?? []).flatMap(({ doc }) =>
      doc === undefined ? [] : [doc as unknown as JobEvent],
    ),
  }));
  return { times: statusTimes(told), jobs: jobs.length, more: rows.length > STATUS_TIME_JOBS };
}
