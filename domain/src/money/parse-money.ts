import { err, ok, type Result } from '#src/result/result.ts';
import { asciiDigits } from './ascii-digits.ts';
import { currencyExponent } from './currency.ts';
import { money, type Money } from './money.ts';

/** Why a text is no amount of money. */
export type MoneyRefusal = 'empty' | 'not_a_number' | 'too_many_decimals' | 'too_large' | 'negative';

// Commas only where Indian or western grouping puts them: `12,50` is somebody's 12.50 and must not become 1250.
const WHOLE = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})$/;

/**
 * Reads an amount as people type and paste it, digit by digit and never through a float.
 * @example parseMoney('₹ 1,23,456.50', 'INR') // { ok: true, value: 12_345_650 }
 */
export function parseMoney(text: string, currency: string): Result<Money, MoneyRefusal> {
  const { negative, amount } = bare(text, currency);
  if (amount === '') return err(negative ? 'not_a_number' : 'empty');
  const [whole = '', fraction = '', ...more] = amount.split('.');
  if (more.length > 0 || !WHOLE.test(whole || '0') || !/^\d*$/.test(fraction)) return err('not_a_number');
  if (whole + fraction === '') return err('not_a_number');
  if (negative) return err('negative');
  const exponent = currencyExponent(currency);
  if (fraction.length > exponent) return err('too_many_decimals');
  const digits = whole.replaceAll(',', '') + fraction.padEnd(exponent, '0');
  // The length first: a pasted page of digits must not reach BigInt.
  const tooLong = digits.replace(/^0+/, '').length > 16;
  if (tooLong || BigInt(digits) > BigInt(Number.MAX_SAFE_INTEGER)) return err('too_large');
  return ok(money(Number(digits)));
}

// What stands around the digits: spaces, the currency in its usual spellings, a sign, the Indian `/-`.
function bare(text: string, currency: string): { negative: boolean; amount: string } {
  const typed = asciiDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/(\d)\s+(?=\d)/g, '$1,') // a space between digits groups them as a comma does
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .replace(/\/-$/, '')
    .replace(/^\((.*)\)$/, '-$1');
  const symbol = currencySymbols(currency).map(escaped).join('|');
  const amount = typed
    .replace(new RegExp(`^([-−]?)(?:${symbol})`), '$1')
    .replace(new RegExp(`(?:${symbol})$`), '')
    .replace(/^\+/, '');
  const negative = /^[-−]/.test(amount);
  return { negative, amount: negative ? amount.slice(1) : amount };
}

function currencySymbols(currency: string): string[] {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value.toUpperCase() ?? currency;
  const spellings = { INR: ['RS.', 'RS'], MWK: ['MK'] }[currency] ?? [];
  return [currency, symbol, ...spellings];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
