import type { JobStatusValue } from '#src/status/status.ts';

/** Workshop days, both included; an end that is left out is open. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** By which clock and until which day figures are made. */
export interface FigureOptions {
  readonly timeZone: string;
  /** The workshop's day on which they are read: the last of the thirty. */
  readonly today: string;
  readonly period?: Period | undefined;
}

/** What one person did in the period, and the cash in that person's hand now. */
export interface PersonFigures {
  readonly jobs: number;
  readonly revenue: number;
  readonly received: number;
  readonly cashInHand: number;
}

/** One bar of the daily revenue. */
export interface DayFigures {
  readonly date: string;
  readonly billed: number;
  readonly received: number;
}

/** What an owner reads on one screen; amounts are minor units. `statusCounts` and `outstandingCredits` are as of now. */
export interface Figures {
  readonly totalJobs: number;
  readonly totalRevenue: number;
  readonly totalCollected: number;
  readonly totalConfirmed: number;
  readonly outstandingCredits: number;
  readonly averageJobValue: number;
  readonly statusCounts: Readonly<Record<JobStatusValue, number>>;
  readonly dailyRevenue: readonly DayFigures[];
  /** Whoever had a job, took money or holds cash. */
  readonly people: ReadonlyMap<string, PersonFigures>;
}

/** How many days the daily revenue shows, today among them. */
export const DAILY_REVENUE_DAYS = 30;

/** Whether a day belongs to a period; days compare as text. */
export const isWithin = (day: string, { from, to }: Period): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);
