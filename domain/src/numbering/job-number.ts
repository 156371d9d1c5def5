import { z } from 'zod';
import { err, ok, type Result } from '#src/result/result.ts';
import { deviceCodeSchema } from './device-code.ts';

/** The longest number of a job or paper, as the tax office allows it on an invoice of ours. */
export const MAX_NUMBER_LENGTH = 14;

const SHAPE = /^([A-Z]{1,2}[1-9]|R0)-(\d{4}|[1-9]\d{4,})$/;

/** Accepts a job's number. */
export const jobNumberSchema = z.string().max(MAX_NUMBER_LENGTH).regex(SHAPE);

/**
 * The number of a device's n-th job, n from 1.
 * @example jobNumber('A1', 42) // { ok: true, value: 'A1-0042' }
 */
export function jobNumber(code: string, n: number): Result<string, 'exhausted'> {
  requireCounter(code, n);
  const number = `${code}-${String(n).padStart(4, '0')}`;
  return number.length > MAX_NUMBER_LENGTH ? err('exhausted') : ok(number);
}

/** The device code and counter inside a job's number; nothing when it is not one. */
export function parseJobNumber(text: string): { readonly code: string; readonly n: number } | undefined {
  const [, code = '', digits = ''] = SHAPE.exec(text) ?? [];
  if (code === '' || text.length > MAX_NUMBER_LENGTH || Number(digits) === 0) return undefined;
  return { code, n: Number(digits) };
}

/** Throws when asked to number with something that is no code or no counter from 1: that is a bug. */
export function requireCounter(code: string, n: number): void {
  if (!deviceCodeSchema.safeParse(code).success) throw new RangeError(`not a device code: ${code}`);
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a counter: ${n}`);
}
