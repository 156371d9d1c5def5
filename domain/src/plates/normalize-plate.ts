import { asciiDigits } from '#src/money/ascii-digits.ts';

/**
 * A plate as it is stored: upper-case letters and digits only. What is pasted is cleaned of spaces, dashes and
 * the IND of the hologram. Letters of other scripts stay: a plate is never refused.
 */
export function normalizePlate(text: string): string {
  const plate = lettersAndDigits(text);
  const bare = plate.startsWith('IND') ? plate.slice(3) : plate;
  return plateShape(bare) === 'other' ? plate : bare;
}

/** Upper-case letters and digits of a text, compatibility forms folded, digits in ASCII. */
export function lettersAndDigits(text: string): string {
  return folded(text).replaceAll(/[^\p{L}\p{M}\p{Nd}]/gu, '');
}

/** A text in upper case with compatibility forms folded and digits in ASCII; folding again changes nothing. */
export function folded(text: string): string {
  return asciiDigits(text.normalize('NFKC').toUpperCase().normalize('NFKC'));
}

/** Which known shape a stored plate has; unknown shapes are accepted with a hint, never refused. */
export type PlateShape = 'indian' | 'bharat' | 'other';

/** Recognises the shape of a stored plate: state series (MH12AB1234), BH series (22BH1234AA) or neither. */
export function plateShape(normalized: string): PlateShape {
  if (/^[A-Z]{2}\d{1,2}[A-Z]{1,3}\d{1,4}$/.test(normalized)) return 'indian';
  if (/^\d{2}BH\d{4}[A-Z]{1,2}$/.test(normalized)) return 'bharat';
  return 'other';
}
