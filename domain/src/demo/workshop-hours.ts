import { offsetMinutes } from '#src/time/time-zone.ts';
import type { Random } from './random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const OPEN_MS = 9 * HOUR_MS;
const CLOSE_MS = 19.5 * HOUR_MS;

/** The workshop's opening hours, Monday to Saturday, on the wall clock of its zone. */
export interface WorkshopHours {
  readonly offsetAt: (ms: number) => number;
  /** A random working moment of the day that holds `ms`, or of the next working day. */
  readonly duringDay: (ms: number) => number;
  /** A moment about `hours` later, moved into working time. */
  readonly later: (ms: number, hours: number) => number;
}

/** Opening hours; offsets are looked up once per day, because asking the zone is slow. */
export function workshopHours(timeZone: string, random: Random): WorkshopHours {
  const offsets = new Map<number, number>();
  const offsetAt = (ms: number): number => {
    const day = Math.floor(ms / DAY_MS);
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const offset = offsetMinutes(new Date(day * DAY_MS).toISOString(), timeZone);
    offsets.set(day, offset);
    return offset;
  };
  const localMidnight = (ms: number): number => {
    const offset = offsetAt(ms) * MINUTE_MS;
    return Math.floor((ms + offset) / DAY_MS) * DAY_MS - offset;
  };
  const workingDay = (midnight: number): number =>
    new Date(midnight + offsetAt(midnight) * MINUTE_MS + HOUR_MS).getUTCDay() === 0
      ? midnight + DAY_MS
      : midnight;
  const duringDay = (ms: number): number => workingDay(localMidnight(ms)) + random.between(OPEN_MS, CLOSE_MS);
  const later = (ms: number, hours: number): number => {
    const wanted = ms + Math.round(hours * HOUR_MS);
    const midnight = localMidnight(wanted);
    const time = wanted - midnight;
    if (time < OPEN_MS) return Math.max(ms + 1, workingDay(midnight) + OPEN_MS + random.between(0, HOUR_MS));
    if (time > CLOSE_MS || workingDay(midnight) !== midnight)
      return workingDay(midnight + DAY_MS) + OPEN_MS + random.between(0, 2 * HOUR_MS);
    return wanted;
  };
  return { offsetAt, duringDay, later };
}
