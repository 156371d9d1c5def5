import type { Total } from '#src/ledger/ledger.ts';

/** In which part of its key a total names the person: the desk, and for money whoever took it. */
const personAt: Readonly<Record<string, number>> = {
  money: 4,
  waived: 3,
  created: 2,
  revenue: 2,
  status: 1,
  due: 1,
  cash: 1,
};

/** The totals of one person: jobs and bills by the job's desk, money by whoever took it. */
export function totalsOfDesk<T extends Total>(
  totals: Iterable<readonly [key: string, total: T]>,
  desk: string,
): (readonly [string, T])[] {
  return [...totals].filter(([key]) => {
    const parts = key.split('|');
    return parts[personAt[parts[0] ?? ''] ?? 0] === desk;
  });
}
