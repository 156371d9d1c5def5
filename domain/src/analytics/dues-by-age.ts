/** The last day of each age, in days after the work was done; older than the last is an age of its own. */
export const DUE_AGE_DAYS = [7, 30, 90] as const;

/** What a customer owes for one job, and the workshop's day on which its work was done. */
export interface Due {
  readonly day: string;
  readonly amount: number;
}

/** What is owed since so many days; `to` is absent for the oldest. */
export interface AgedDues {
  readonly from: number;
  readonly to?: number;
  readonly amount: number;
  readonly count: number;
}

const DAY_MS = 86_400_000;
/** Days are calendar days, so neither summer time nor the hour counts. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Dues by how long they have been owed; each due stands in exactly one age. */
export function duesByAge(dues: readonly Due[], today: string): AgedDues[] {
  return [...DUE_AGE_DAYS, undefined].map((to, index) => {
    const from = index === 0 ? 0 : (DUE_AGE_DAYS[index - 1] ?? 0) + 1;
    const within = dues.filter(({ day }) => {
      // A clock that ran ahead may have done the work tomorrow.
      const age = Math.max(0, daysBetween(day, today));
      return age >= from && (to === undefined || age <= to);
    });
    return {
      from,
      ...(to !== undefined && { to }),
      amount: within.reduce((sum, { amount }) => sum + amount, 0),
      count: within.length,
    };
  });
}
