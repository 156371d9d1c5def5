import { z } from 'zod';

// ISO 4217. Not taken from Intl: a phone and the server with different ICU data (HUF is 2 in one, 0 in the
// next) would read one stored integer as two different amounts.
const EXPONENTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3]),
  ...'CLF UYW'.split(' ').map((c) => [c, 4]),
]);

/** Accepts an ISO 4217 currency code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/** How many decimals a currency's minor unit stands for: 2 for INR and MWK, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/** An amount's whole units and its minor digits, without its sign; digits only, so that nothing passes a float. */
export function splitMinor(minorUnits: number, currency: string): { whole: string; fraction: string } {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minorUnits)).padStart(exponent + 1, '0');
  return {
    whole: digits.slice(0, digits.length - exponent),
    fraction: digits.slice(digits.length - exponent),
  };
}
