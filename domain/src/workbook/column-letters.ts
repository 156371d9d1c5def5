const LETTERS = 26;

/**
 * The name of a column, counted from 0.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % LETTERS));
  return index < LETTERS ? last : columnLetters(Math.floor(index / LETTERS) - 1) + last;
}
