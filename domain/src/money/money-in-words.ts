import { splitMinor } from './currency.ts';
import type { Money } from './money.ts';
import { numberWords, type Counting } from './number-words.ts';

interface Names {
  readonly counting: Counting;
  readonly one: string;
  readonly many: string;
  readonly minorOne: string;
  readonly minorMany: string;
}

const NAMES: Readonly<Record<string, Names>> = {
  INR: { counting: 'indian', one: 'rupee', many: 'rupees', minorOne: 'paisa', minorMany: 'paise' },
  MWK: { counting: 'western', one: 'kwacha', many: 'kwacha', minorOne: 'tambala', minorMany: 'tambala' },
  USD: { counting: 'western', one: 'dollar', many: 'dollars', minorOne: 'cent', minorMany: 'cents' },
  EUR: { counting: 'western', one: 'euro', many: 'euros', minorOne: 'cent', minorMany: 'cents' },
  GBP: { counting: 'western', one: 'pound', many: 'pounds', minorOne: 'penny', minorMany: 'pence' },
};

/**
 * An amount in English words, for the line under the keypad and for papers; counted in lakhs or in thousands as
 * the currency's country does.
 * @example moneyInWords(money(12_345_650), 'INR')
 * // 'One lakh twenty-three thousand four hundred and fifty-six rupees and fifty paise'
 */
export function moneyInWords(amount: Money, currency: string): string {
  const names = NAMES[currency];
  const { whole, fraction } = splitMinor(amount, currency);
  const major = unit(
    Number(whole),
    names?.counting ?? 'western',
    names?.one ?? currency,
    names?.many ?? currency,
  );
  const minor = Number(fraction) === 0 ? '' : minorWords(fraction, names);
  // Paise alone are said alone: "fifty paise", not "zero rupees and fifty paise".
  const spoken =
    Number(whole) === 0 && minor !== '' && names ? minor : [major, minor].filter(Boolean).join(' and ');
  const signed = amount < 0 ? `minus ${spoken}` : spoken;
  return signed.charAt(0).toUpperCase() + signed.slice(1);
}

function minorWords(fraction: string, names: Names | undefined): string {
  if (names === undefined) return `${fraction}/1${'0'.repeat(fraction.length)}`;
  return unit(Number(fraction), names.counting, names.minorOne, names.minorMany);
}

function unit(count: number, counting: Counting, one: string, many: string): string {
  return `${numberWords(count, counting)} ${count === 1 ? one : many}`;
}
