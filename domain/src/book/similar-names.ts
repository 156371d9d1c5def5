import { lettersAndDigits } from '#src/plates/normalize-plate.ts';

/** Shorter words differ by one letter without being one name: Ram and Raj. */
const SHORT = 4;
/** Said before a name, and no part of it. */
const titles: ReadonlySet<string> = new Set(['MR', 'MRS', 'MS', 'DR', 'SHRI', 'SMT', 'SRI']);

const wordsOf = (name: string): string[] =>
  name
    .split(/[\s.,]+/)
    .map(lettersAndDigits)
    .filter((word) => word !== '' && !titles.has(word));

/** Whether one letter more, less, another, or two swapped make one word of the other. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORT || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return isSwapped || short.slice(at + 1) === long.slice(at + 1);
}

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

const isSameWord = (a: string, b: string): boolean => a === b || isSlip(a, b) || isInitial(a, b);

/**
 * Whether two names may be those of one person: the same words in any order, some of them left out, shortened to a letter
 * or mistyped by one. At least one word has to stand in both in full.
 */
export function isSimilarName(a: string, b: string): boolean {
  const [few, many] = [wordsOf(a), wordsOf(b)].toSorted((x, y) => x.length - y.length);
  if (few === undefined || many === undefined || few.length === 0) return false;
  const left = [...many];
  let whole = 0;
  for (const word of few) {
    const at = left.findIndex((other) => isSameWord(word, other));
    if (at === -1) return false;
    const [other = ''] = left.splice(at, 1);
    if (word.length > 1 && other.length > 1) whole += 1;
  }
  return whole > 0;
}
