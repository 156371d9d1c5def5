import type { JobStatusValue } from '@revops/domain';
import { NEVER } from '../projections/job.ts';
import { inverted } from '../projections/projection.ts';
import type { DeskFilter, JobColumn } from './desk-filter.ts';
import { startingWith } from './lists.ts';

/** A piece of a list, from its start or from its end. */
export interface Part {
  readonly range: IDBKeyRange;
  readonly backwards: boolean;
}

/** Which part of which list answers a filter, and what of the filter it leaves to be looked at job by job. */
export interface Plan {
  /** One after the other. */
  readonly parts: readonly [Part, ...Part[]];
  /** The list is not in the order that was asked for. */
  readonly sortsBy?: JobColumn;
  readonly looksAt: { readonly status: boolean; readonly period: boolean; readonly late: boolean };
}

const unfinished: ReadonlySet<JobStatusValue | 'open' | 'all'> = new Set([
  'open',
  'pending',
  'in_progress',
  'waiting_for_parts',
  'quality_check',
  'completed',
]);

/** Whether the jobs of a status stand in the list by promise. */
export const hasPromises = (status: DeskFilter['status']): boolean => unfinished.has(status);

const hasPeriod = ({ from, to }: DeskFilter): boolean => from !== undefined || to !== undefined;

/** The part of a list by time that a period leaves; its keys run from the newest to the oldest. */
const between = (prefix: string, { from, to }: DeskFilter): IDBKeyRange =>
  IDBKeyRange.bound(
    prefix + (to === undefined ? '' : inverted(to)),
    prefix + (from === undefined ? '\uffff' : `${inverted(from)}\uffff`),
  );

/** Newest first is how lists by time stand; so the oldest first are read from their end. */
function byTime(prefix: string, filter: DeskFilter, looksAt: Plan['looksAt']): Plan {
  const { by, descending } = filter.sort;
  return {
    parts: [{ range: between(prefix, filter), backwards: by === 'opened' && !descending }],
    ...(by !== 'opened' && { sortsBy: by }),
    looksAt,
  };
}

function byDue(filter: DeskFilter): Plan {
  const { desk, sort, status } = filter;
  const looksAt = { status: status !== 'all', period: false, late: filter.late };
  if (sort.by !== 'balance') return byTime(`jobDue|${desk}|`, filter, looksAt);
  // Its amounts stand before its times, so the period is looked at.
  return {
    parts: [{ range: startingWith(`jobOwed|${desk}|`), backwards: !sort.descending }],
    looksAt: { ...looksAt, period: hasPeriod(filter) },
  };
}

function byPromise(filter: DeskFilter, now: string): Plan {
  const { status, desk, sort, late } = filter;
  const prefix = `jobPromised|${hasPromises(status) ? status : 'open'}|${desk}|`;
  const promised = IDBKeyRange.bound(prefix, prefix + (late ? now : NEVER), false, true);
  const never = { range: startingWith(prefix + NEVER), backwards: false };
  const isLatestFirst = sort.by === 'promised' && sort.descending;
  // Either way round, what was never promised comes last; and it is never late.
  const parts: Plan['parts'] = late
    ? [{ range: promised, backwards: isLatestFirst }]
    : isLatestFirst
      ? [{ range: promised, backwards: true }, never]
      : [{ range: startingWith(prefix), backwards: false }];
  return {
    parts,
    ...(sort.by !== 'promised' && { sortsBy: sort.by }),
    looksAt: { status: !hasPromises(status) && status !== 'all', period: hasPeriod(filter), late },
  };
}

/** The shortest list that holds all jobs of a filter, in its order where there is one. */
export function planOf(filter: DeskFilter, now: string): Plan {
  if (filter.money === 'due') return byDue(filter);
  if (filter.late || (filter.sort.by === 'promised' && hasPromises(filter.status)))
    return byPromise(filter, now);
  const looksAt = { status: false, period: false, late: false };
  return byTime(`job|${filter.status}|${filter.desk}|`, filter, looksAt);
}
