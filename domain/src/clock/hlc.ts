import { z } from 'zod';

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const MAX_MS = 36 ** MS_DIGITS - 1; // the year 5188
const MAX_COUNTER = 36 ** COUNTER_DIGITS - 1;

/** A clock this far ahead is wrong; following it would let one phone win every later merge (documents.md, Merging). */
export const MAX_AHEAD_MS = 5 * 60_000;

/** Accepts a hybrid logical clock stamp: 9 base-36 digits of time, 4 of counter, the device. */
export const stampSchema = z.string().regex(/^[0-9a-z]{9}-[0-9a-z]{4}-[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** A field's stamp as stored: as the device wrote it, or lowered by the gateway, keeping what it replaced. */
export type FieldStamp = string | { readonly hlc: string; readonly of: string };

/** Accepts a field's stamp, lowered or not. */
export const fieldStampSchema = z.union([stampSchema, z.strictObject({ hlc: stampSchema, of: stampSchema })]);

/** The stamp that counts when fields are compared; a field never stamped is older than any stamp. */
export function hlcOf(stamp: FieldStamp | undefined): string {
  if (stamp === undefined) return '';
  return typeof stamp === 'string' ? stamp : stamp.hlc;
}

/** The wall time inside a stamp, in milliseconds since 1970. */
export function stampTimeMs(stamp: string): number {
  return base36(stamp.slice(0, MS_DIGITS), stamp);
}

/** The device that made a stamp. */
export function stampDevice(stamp: string): string {
  return stamp.slice(MS_DIGITS + COUNTER_DIGITS + 2);
}

/** Orders two stamps, the earlier first: negative, zero or positive. */
export function compareStamps(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The stamp after `last`: never lower whatever the wall clock does, and never ahead of it without need. */
export function nextStamp(last: string | undefined, nowMs: number, deviceId: string): string {
  const now = Math.max(0, Math.floor(nowMs) || 0);
  if (last === undefined || now > stampTimeMs(last)) return stamp(now, 0, deviceId);
  const lastMs = stampTimeMs(last);
  const counter = base36(last.slice(MS_DIGITS + 1, MS_DIGITS + 1 + COUNTER_DIGITS), last) + 1;
  return counter > MAX_COUNTER ? stamp(lastMs + 1, 0, deviceId) : stamp(lastMs, counter, deviceId);
}

/** One device's running clock. */
export interface Hlc {
  /** The stamp of a change made now, higher than any made or observed before. */
  next(): string;
  /**
   * Takes note of a stamp that was read, so that what is written here afterwards counts as later. However far ahead: the
   * gateway has lowered what ran ahead of it, so it is this clock that is behind, and an edit under it would be lost
   * without a word.
   */
  observe(stamp: string): void;
  /** The highest stamp made or observed, to be stored and given back at the next start. */
  readonly last: string | undefined;
}

/** Starts a device's clock from its stored last stamp. */
export function createHlc(options: {
  readonly deviceId: string;
  readonly now: () => number;
  readonly last?: string | undefined;
}): Hlc {
  let last = options.last;
  return {
    next() {
      last = nextStamp(last, options.now(), options.deviceId);
      return last;
    },
    observe(stamp) {
      if (last === undefined || compareStamps(stamp, last) > 0) last = stamp;
    },
    get last() {
      return last;
    },
  };
}

function stamp(ms: number, counter: number, deviceId: string): string {
  if (ms > MAX_MS) throw new RangeError(`no stamp can hold the time ${ms}`);
  return `${digits(ms, MS_DIGITS)}-${digits(counter, COUNTER_DIGITS)}-${deviceId}`;
}

const digits = (value: number, width: number): string => value.toString(36).padStart(width, '0');

function base36(text: string, whole: string): number {
  const value = Number.parseInt(text, 36);
  if (Number.isNaN(value)) throw new RangeError(`not a stamp: ${whole}`);
  return value;
}
