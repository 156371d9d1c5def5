import { addDays } from '#src/time/workshop-day.ts';
import { DAILY_REVENUE_DAYS, type DayFigures } from './figures.ts';

/** Thirty days up to today, oldest first; a day on which nothing happened is there too. */
export function dailyRevenue(
  today: string,
  billedOn: (day: string) => number,
  receivedOn: (day: string) => number,
): DayFigures[] {
  return Array.from({ length: DAILY_REVENUE_DAYS }, (_none, index) => {
    const date = addDays(today, index + 1 - DAILY_REVENUE_DAYS);
    return { date, billed: billedOn(date), received: receivedOn(date) };
  });
}
