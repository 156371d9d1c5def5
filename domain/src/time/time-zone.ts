import { tzOffset } from '@date-fns/tz';
import { z } from 'zod';

/** Whether a name is an IANA zone this platform knows; bare offsets such as +05:30 are not, they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** Accepts the workshop's time zone. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone);

/** Minutes east of UTC at an instant in a zone, the `offset` of the envelope. */
export function offsetMinutes(instant: string, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)));
}
