import { TZDate } from '@date-fns/tz';
import { addDays as addCalendarDays, formatISO } from 'date-fns';
import { z } from 'zod';
import { offsetMinutes } from './time-zone.ts';

const DAY_MS = 86_400_000;

/** Accepts a calendar day, YYYY-MM-DD, that exists. */
export const daySchema = z.iso.date();

/**
 * The workshop's day on which an instant falls; every total, promise and number counts by it.
 * @example workshopDay('2026-04-30T18:30:00.000Z', 'Asia/Kolkata') // '2026-05-01'
 */
export function workshopDay(instant: string, timeZone: string): string {
  return wallClock(Date.parse(instant), timeZone).slice(0, 10);
}

/** The workshop's month, YYYY-MM, in which an instant falls. */
export function workshopMonth(instant: string, timeZone: string): string {
  return workshopDay(instant, timeZone).slice(0, 7);
}

/** The day a number of days later, or earlier when negative, by the calendar. */
export function addDays(day: string, days: number): string {
  const later = addCalendarDays(new TZDate(`${day}T00:00:00.000Z`, 'UTC'), days);
  return formatISO(later, { representation: 'date' });
}

/** The first instant of a day, also where summer time skips or repeats midnight. */
export function startOfDay(day: string, timeZone: string): string {
  return atWallClock(day, '00:00', timeZone);
}

/** The last millisecond of a day, 23 to 25 hours after its first. */
export function endOfDay(day: string, timeZone: string): string {
  return new Date(Date.parse(startOfDay(addDays(day, 1), timeZone)) - 1).toISOString();
}

/**
 * The instant at which the clocks of a zone first show a time, HH:MM, on a day; a time that summer time skips
 * is moved on by what was skipped.
 */
export function atWallClock(day: string, time: string, timeZone: string): string {
  const wanted = `${day}T${time}:00.000Z`;
  const utcMs = Date.parse(wanted);
  // Whatever changes that night, one of these two offsets is in force at the wanted time.
  const candidates = [utcMs - DAY_MS, utcMs + DAY_MS].map((near) => utcMs - offsetMs(near, timeZone));
  const found = candidates.toSorted((a, b) => a - b).find((ms) => wallClock(ms, timeZone) === wanted);
  return new Date(found ?? candidates[0] ?? utcMs).toISOString();
}

/** What the zone's clocks show, written as if it were UTC. */
function wallClock(ms: number, timeZone: string): string {
  return new Date(ms + offsetMs(ms, timeZone)).toISOString();
}

function offsetMs(ms: number, timeZone: string): number {
  return offsetMinutes(new Date(ms).toISOString(), timeZone) * 60_000;
}
