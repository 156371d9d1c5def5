import { z } from 'zod';

/** Accepts an instant as every document writes it: ISO, UTC, with milliseconds and Z, on a day that exists. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** The instant of a number of milliseconds since 1970, in the one form that documents use. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}
