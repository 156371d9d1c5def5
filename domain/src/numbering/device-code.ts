import { z } from 'zod';
import { err, ok, type Result } from '#src/result/result.ts';

const LETTERS = 26;
const NUMBERS = 9; // 0 is never given to phones: R0 is what the server itself writes
const SHORT_CODES = LETTERS * NUMBERS;
const ALL_CODES = SHORT_CODES + LETTERS * SHORT_CODES;

/** The code under which REST and the gateway number what they write. */
export const SERVER_CODE = 'R0';

/** Accepts a device's code, or the server's. */
export const deviceCodeSchema = z.string().regex(/^(?:[A-Z]{1,2}[1-9]|R0)$/);

/** The code at a place in the row A1 … Z9, AA1 … ZZ9. */
export function deviceCodeAt(index: number): Result<string, 'exhausted'> {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`not a place in a row: ${index}`);
  if (index >= ALL_CODES) return err('exhausted');
  if (index < SHORT_CODES) return ok(shortCode(index));
  const long = index - SHORT_CODES;
  return ok(letter(Math.floor(long / SHORT_CODES)) + shortCode(long % SHORT_CODES));
}

/** The first code that no device of the workshop has ever had; closed devices keep theirs. */
export function nextDeviceCode(used: Iterable<string>): Result<string, 'exhausted'> {
  const taken = new Set(used);
  for (let index = 0; ; index += 1) {
    const code = deviceCodeAt(index);
    if (!code.ok || !taken.has(code.value)) return code;
  }
}

function shortCode(index: number): string {
  return letter(Math.floor(index / NUMBERS)) + String((index % NUMBERS) + 1);
}

const letter = (index: number): string => String.fromCharCode(65 + index);
