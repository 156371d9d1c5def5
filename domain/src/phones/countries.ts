/** How a country dials: its calling code, the lengths of its numbers, the trunk zero and how numbers are grouped. */
export interface Country {
  readonly code: string;
  readonly min: number;
  readonly max: number;
  readonly groups: readonly number[];
}

/** The countries whose local numbers are understood without a plus; others have to be typed with it. */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  IN: { code: '91', min: 10, max: 10, groups: [5, 5] },
  MW: { code: '265', min: 7, max: 9, groups: [3, 3, 3] },
};

/** The country with a calling code at the start of an international number's digits. */
export function countryOf(digits: string): Country | undefined {
  return Object.values(COUNTRIES).find(({ code }) => digits.startsWith(code));
}

// ITU E.164: 1 and 7 stand alone, these have two digits, all others three.
const TWO_DIGIT_CODES = /^(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The calling code at the start of an international number's digits. */
export function callingCode(digits: string): string {
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, TWO_DIGIT_CODES.test(digits) ? 2 : 3);
}
