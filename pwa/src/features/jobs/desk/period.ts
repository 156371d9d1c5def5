import { addDays, endOfDay, startOfDay } from '@revops/domain';

/** Periods that move with the time; days that somebody chose are written `2026-05-01..2026-05-31`. */
export const periods = ['any', 'today', 'week', 'month', 'last_month'] as const;
export type NamedPeriod = (typeof periods)[number];

export const isNamed = (period: string): period is NamedPeriod => periods.some((named) => named === period);

/** Two days as a period; either may be left open. */
export const daysPeriod = (from: string, to: string): string =>
  from === '' && to === '' ? 'any' : `${from}..${to}`;

/** The first and the last day of a period; undefined where it is open. */
export function daysOf(period: string, today: string): readonly [string | undefined, string | undefined] {
  const month = `${today.slice(0, 7)}-01`;
  if (period === 'today') return [today, today];
  if (period === 'week') return [addDays(today, -6), today];
  if (period === 'month') return [month, today];
  if (period === 'last_month') {
    const last = addDays(month, -1);
    return [`${last.slice(0, 7)}-01`, last];
  }
  const [from, to] = period.includes('..') ? period.split('..') : [];
  return [from === '' ? undefined : from, to === '' ? undefined : to];
}

/** The instants of a period in the workshop's days. */
export function instantsOf(
  period: string,
  today: string,
  timeZone: string,
): { readonly from?: string; readonly to?: string } {
  const [from, to] = daysOf(period, today);
  return {
    ...(from !== undefined && { from: startOfDay(from, timeZone) }),
    ...(to !== undefined && { to: endOfDay(to, timeZone) }),
  };
}
