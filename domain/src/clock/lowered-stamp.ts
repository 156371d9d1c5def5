import { hlcOf, MAX_AHEAD_MS, nextStamp, stampDevice, stampTimeMs, type FieldStamp } from './hlc.ts';

/** The highest stamp that was lowered for a field, or '' where none was. */
export function loweredFrom(stamp: FieldStamp | undefined): string {
  const of: unknown = typeof stamp === 'object' ? stamp.of : undefined;
  return typeof of === 'string' ? of : '';
}

/**
 * The join of two stamps of one field: the later clock, and the highest clock that was ever lowered, for as long as that
 * one is the later. Two maxima, so it is commutative, associative and idempotent whatever has been lowered where.
 */
export function joinStamps(a: FieldStamp, b: FieldStamp): FieldStamp {
  const hlc = later(hlcOf(a), hlcOf(b));
  const of = later(loweredFrom(a), loweredFrom(b));
  return of > hlc ? { hlc, of } : hlc;
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** Whether a clock is further ahead of `nowMs` than any honest one. */
export const isAhead = (stamp: string, nowMs: number): boolean => stampTimeMs(stamp) - nowMs > MAX_AHEAD_MS;

/**
 * Whether a stamp above the stored one is one that was lowered before: a device's clock only rises, so whatever it
 * stamped up to a stamp that was lowered is no news.
 */
export function wasLowered(stamp: string, stored: FieldStamp): boolean {
  const of = loweredFrom(stored);
  return of !== '' && stamp <= of && stamp > hlcOf(stored) && stampDevice(stamp) === stampDevice(of);
}

/**
 * The stamp that counts in the place of one that runs ahead: its arrival, but after `floor`, the stored stamp that its
 * writer knew. So the phone's next edit is again the later one, and nobody else's waits for its clock.
 */
export function loweredStamp(stamp: string, arrivalMs: number, floor: string): string {
  const device = stampDevice(stamp);
  const arrived = nextStamp(undefined, arrivalMs, device);
  return floor < arrived || floor >= stamp || isAhead(floor, arrivalMs)
    ? arrived
    : nextStamp(floor, arrivalMs, device);
}
