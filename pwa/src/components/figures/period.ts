import { addDays } from '@revops/domain';

/** Whose days: one of the usual ones, or any. */
export const periodNames = ['today', 'yesterday', 'week', 'month', 'last_month', 'year', 'custom'] as const;
export type PeriodName = (typeof periodNames)[number];

export interface PeriodChoice {
  readonly name: PeriodName;
  /** Of `custom`. */
  readonly from?: string;
  readonly to?: string;
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** The financial year begins in April. */
function firstOfYear(day: string): string {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5, 7) >= '04' ? year : year - 1}-04-01`;
}

/** The days of a choice, seen from today; both ends included. */
export function periodOf(
  { name, from, to }: PeriodChoice,
  today: string,
): { readonly from: string; readonly to: string } {
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: firstOfMonth(today), to: today };
    case 'last_month': {
      const last = addDays(firstOfMonth(today), -1);
      return { from: firstOfMonth(last), to: last };
    }
    case 'year':
      return { from: firstOfYear(today), to: today };
    case 'custom': {
      const [first = today, last = today] = [from, to];
      // Whoever typed them the wrong way round meant the days between.
      return first <= last ? { from: first, to: last } : { from: last, to: first };
    }
  }
}
