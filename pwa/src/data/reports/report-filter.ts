import { endOfDay, startOfDay, type JobStatusValue, type PaymentMethod } from '@revops/domain';
import { inverted } from '../projections/projection.ts';
import type { PaymentStateName } from '../views.ts';

/** What a report is of. */
export interface ReportFilter {
  /** Workshop days, both included; an open end is as far as there is anything. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A person's id, or `all`. */
  readonly desk: string;
  readonly method?: PaymentMethod | undefined;
  readonly paymentState?: PaymentStateName | undefined;
  readonly status?: JobStatusValue | 'open' | undefined;
  readonly handOverState?: 'waiting' | 'confirmed' | 'rejected' | undefined;
  readonly timeZone: string;
}

/** The part of a list by time, newest first, that the days leave. */
export function inPeriod(
  prefix: string,
  { from, to, timeZone }: Pick<ReportFilter, 'from' | 'to' | 'timeZone'>,
): IDBKeyRange {
  const newest = to === undefined ? '' : inverted(endOfDay(to, timeZone));
  const oldest = from === undefined ? '' : inverted(startOfDay(from, timeZone));
  return IDBKeyRange.bound(prefix + newest, `${prefix}${oldest}\uffff`);
}
