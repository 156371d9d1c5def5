import { z } from 'zod';
import { err, ok, type Result } from '#src/result/result.ts';
import { MAX_NUMBER_LENGTH, requireCounter } from './job-number.ts';

const MARKS = { invoice: '', creditNote: 'C', receipt: 'R', bill: 'B' } as const;

/** Accepts a kind of numbered paper; each has a series of its own per device and financial year. */
export const paperKindSchema = z.enum(['invoice', 'creditNote', 'receipt', 'bill']);

/** A kind of numbered paper. */
export type PaperKind = z.infer<typeof paperKindSchema>;

/** Accepts the number of a paper. */
export const paperNumberSchema = z
  .string()
  .length(MAX_NUMBER_LENGTH)
  .regex(/^(?:[A-Z]{1,2}[1-9]|R0)\/\d{4}\/[CRB]?\d+$/);

/**
 * The number of a device's n-th paper of a kind in a financial year, n from 1, filled with zeros to 14 characters.
 * @example paperNumber('invoice', 'A1', '2627', 1) // { ok: true, value: 'A1/2627/000001' }
 */
export function paperNumber(
  kind: PaperKind,
  code: string,
  year: string,
  n: number,
): Result<string, 'exhausted'> {
  requireCounter(code, n);
  if (!/^\d{4}$/.test(year)) throw new RangeError(`not a financial year: ${year}`);
  const start = `${code}/${year}/${MARKS[kind]}`;
  const number = start + String(n).padStart(MAX_NUMBER_LENGTH - start.length, '0');
  return number.length > MAX_NUMBER_LENGTH ? err('exhausted') : ok(number);
}
