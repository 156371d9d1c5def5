/** A share that one document group adds to one total. Amounts are integer minor units, signed. */
export interface Contribution {
  readonly key: string;
  readonly amount: number;
  readonly count: number;
}

/** The names of all totals; parts are joined by `|`, which no id contains. */
export const totalKey = {
  money: (day: string, method: string, state: string, person: string): string =>
    `money|${day}|${method}|${state}|${person}`,
  jobReceived: (jobId: string, state: 'waiting' | 'confirmed'): string => `job|${jobId}|${state}`,
  jobWaived: (jobId: string): string => `job|${jobId}|waived`,
  waived: (day: string, state: string, person: string): string => `waived|${day}|${state}|${person}`,
  jobLowered: (jobId: string): string => `job|${jobId}|lowered`,
  cash: (person: string): string => `cash|${person}`,
  rejectedCash: (person: string): string => `rejectedCash|${person}`,
  waitingHandOver: (person: string): string => `handover|${person}`,
  waitingDeposit: (person: string): string => `deposit|${person}`,
  status: (desk: string, status: string): string => `status|${desk}|${status}`,
  created: (day: string, desk: string): string => `created|${day}|${desk}`,
  revenue: (day: string, desk: string): string => `revenue|${day}|${desk}`,
  due: (desk: string): string => `due|${desk}`,
} as const;

/** What changes in the totals when one group's contribution changes; equal shares cancel out. */
export function difference(before: readonly Contribution[], after: readonly Contribution[]): Contribution[] {
  const sums = new Map<string, { amount: number; count: number }>();
  const add = (contribution: Contribution, sign: 1 | -1): void => {
    const held = sums.get(contribution.key) ?? { amount: 0, count: 0 };
    sums.set(contribution.key, {
      amount: held.amount + sign * contribution.amount,
      count: held.count + sign * contribution.count,
    });
  };
  for (const contribution of before) add(contribution, -1);
  for (const contribution of after) add(contribution, 1);
  return [...sums]
    .filter(([, sum]) => sum.amount !== 0 || sum.count !== 0)
    .map(([key, sum]) => ({ key, ...sum }));
}
