import { offsetMinutes } from '#src/time/time-zone.ts';

const DAY_MS = 86_400_000;
/** 1 January 1970 in days as Excel counts them. */
export const EPOCH_DAY = 25_569;
/** Excel counts a 29 February 1900 that never was, and nothing before; it ends with the year 9999. */
const [FIRST_DAY, LAST_DAY] = [61, 2_958_466];

/**
 * How an instant is told to Excel, which knows no time zones: days of the workshop's clock, as a number. Undefined for a
 * time that Excel cannot show. Asking for a zone's offset costs more than all the rest of a row, so it is asked twice a day
 * and not for each cell, unless it changes on that day.
 */
export function excelTime(timeZone: string): (instant: string) => number | undefined {
  const offsets = new Map<number, number | 'changes'>();
  const offsetAt = (ms: number): number => offsetMinutes(new Date(ms).toISOString(), timeZone);
  const offsetOn = (day: number): number | 'changes' => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const [first, last] = [offsetAt(day * DAY_MS), offsetAt((day + 1) * DAY_MS)];
    const offset = first === last ? first : 'changes';
    offsets.set(day, offset);
    return offset;
  };
  return (instant) => {
    const ms = Date.parse(instant);
    const utcDays = ms / DAY_MS + EPOCH_DAY;
    if (!(utcDays >= FIRST_DAY && utcDays < LAST_DAY)) return undefined;
    const usual = offsetOn(Math.floor(ms / DAY_MS));
    const offset = usual === 'changes' ? offsetAt(ms) : usual;
    // One division: midnight is a whole number, and not a hair before it.
    return (ms + offset * 60_000 + EPOCH_DAY * DAY_MS) / DAY_MS;
  };
}
