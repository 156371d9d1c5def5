import type { Total } from '#src/ledger/ledger.ts';
import { jobStatusSchema, type JobStatusValue } from '#src/status/status.ts';
import { averageHalfUp } from './average-half-up.ts';
import { dailyRevenue } from './daily-revenue.ts';
import { isWithin, type FigureOptions, type Figures, type Period } from './figures.ts';
import { PeopleTally } from './people-tally.ts';

const emptySums = {
  totalJobs: 0,
  totalRevenue: 0,
  totalCollected: 0,
  totalConfirmed: 0,
  outstandingCredits: 0,
  completedJobs: 0,
};

/** Puts each total where the figures need it, by its key (`totalKey`). */
class TotalsReader {
  readonly #period: Period;
  readonly sums = { ...emptySums };
  readonly statusCounts = new Map<string, number>();
  readonly billed = new Map<string, number>();
  readonly received = new Map<string, number>();
  readonly people = new PeopleTally();

  constructor(period: Period) {
    this.#period = period;
  }

  take(key: string, total: Total): void {
    const [name, one = '', other = '', state, person = ''] = key.split('|');
    if (name === 'money') this.#takeMoney(one, state, person, total.amount);
    else if (name === 'created') this.#takeCreated(one, other, total.count);
    else if (name === 'revenue') this.#takeRevenue(one, other, total);
    else if (name === 'due') this.sums.outstandingCredits += total.amount;
    else if (name === 'status') added(this.statusCounts, other, total.count);
    else if (name === 'cash') this.people.add(one, 'cashInHand', total.amount);
  }

  #takeMoney(day: string, state: string | undefined, person: string, amount: number): void {
    if (state !== 'waiting' && state !== 'confirmed') return;
    added(this.received, day, amount);
    if (!isWithin(day, this.#period)) return;
    this.sums.totalCollected += amount;
    if (state === 'confirmed') this.sums.totalConfirmed += amount;
    this.people.add(person, 'received', amount);
  }

  #takeCreated(day: string, desk: string, count: number): void {
    if (!isWithin(day, this.#period)) return;
    this.sums.totalJobs += count;
    this.people.add(desk, 'jobs', count);
  }

  #takeRevenue(day: string, desk: string, { amount, count }: Total): void {
    added(this.billed, day, amount);
    if (!isWithin(day, this.#period)) return;
    this.sums.totalRevenue += amount;
    this.sums.completedJobs += count;
    this.people.add(desk, 'revenue', amount);
  }
}

function added(amounts: Map<string, number>, key: string, amount: number): void {
  amounts.set(key, (amounts.get(key) ?? 0) + amount);
}

/**
 * The same figures out of running totals: what is added up is as much as there are days, methods and people, however many
 * jobs and payments stand behind them.
 */
export function figuresOfTotals(
  totals: Iterable<readonly [key: string, total: Total]>,
  { today, period = {} }: Omit<FigureOptions, 'timeZone'>,
): Figures {
  const reader = new TotalsReader(period);
  for (const [key, total] of totals) reader.take(key, total);
  const { completedJobs, ...sums } = reader.sums;
  const { statusCounts, billed, received, people } = reader;
  return {
    ...sums,
    averageJobValue: averageHalfUp(sums.totalRevenue, completedJobs),
    statusCounts: Object.fromEntries(
      jobStatusSchema.options.map((value) => [value, statusCounts.get(value) ?? 0]),
    ) as Record<JobStatusValue, number>,
    dailyRevenue: dailyRevenue(
      today,
      (day) => billed.get(day) ?? 0,
      (day) => received.get(day) ?? 0,
    ),
    people: people.result(),
  };
}
