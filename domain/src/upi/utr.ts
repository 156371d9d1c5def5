import { z } from 'zod';
import { asciiDigits } from '#src/money/ascii-digits.ts';

/** Accepts a bank's transaction reference in the one spelling that claims compare. */
export const utrSchema = z.string().regex(/^[A-Z0-9]{6,35}$/);

/** A reference as typed or pasted, in upper case and without spaces, dashes and the like. */
export function normalizeUtr(text: string): string {
  return asciiDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
}
