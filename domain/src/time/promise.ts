import { atWallClock } from './workshop-day.ts';

/** The instant that a promise for a day without a time means: six in the evening at the workshop. */
export function promisedInstant(day: string, timeZone: string): string {
  return atWallClock(day, '18:00', timeZone);
}

/** Whether work is late: promised before now and not completed; what was never promised is never late. */
export function isLate(promisedAt: string | undefined, completed: boolean, now: string): boolean {
  return promisedAt !== undefined && !completed && Date.parse(promisedAt) < Date.parse(now);
}
