import { money, type Money } from '@revops/domain';

export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'point' | 'delete';

/** What stands on the display. `typed` is null while it is still the prefilled amount: the first digit replaces it. */
export interface KeypadEntry {
  readonly amount: Money;
  readonly typed: { readonly whole: string; readonly fraction: string | undefined } | null;
}

// ₹99,99,99,999: nine digits still fit a phone of 320 px and no workshop takes more at once.
const maxWholeDigits = 9;

/** A display that starts with an amount, such as the balance. */
export const prefilled = (amount: Money): KeypadEntry => ({ amount, typed: null });

/** The display after a key; `exponent` is how many decimals the currency has. Digits only, never a float. */
export function pressKey(entry: KeypadEntry, key: KeypadKey, exponent = 2): KeypadEntry {
  const { whole, fraction } = entry.typed ?? { whole: '', fraction: undefined };
  if (key === 'delete')
    return entry.typed === null ? typed('', undefined, exponent) : deleted(whole, fraction, exponent);
  if (key === 'point') return exponent === 0 ? entry : typed(whole, fraction ?? '', exponent);
  if (fraction !== undefined) {
    return fraction.length >= exponent ? entry : typed(whole, fraction + key, exponent);
  }
  const next = (whole + key).replace(/^0+(?=\d)/, '');
  return next.length > maxWholeDigits ? entry : typed(next, undefined, exponent);
}

function deleted(whole: string, fraction: string | undefined, exponent: number): KeypadEntry {
  if (fraction === undefined) return typed(whole.slice(0, -1), undefined, exponent);
  return typed(whole, fraction === '' ? undefined : fraction.slice(0, -1), exponent);
}

function typed(whole: string, fraction: string | undefined, exponent: number): KeypadEntry {
  const digits = `${whole || '0'}${(fraction ?? '').padEnd(exponent, '0')}`;
  return { amount: money(Number(digits)), typed: { whole, fraction } };
}

/** How much of the fraction has been typed: the display shows `₹12.` and `₹12.5` while a thumb is on its way. */
export function shownFraction(entry: KeypadEntry): string | undefined {
  return entry.typed?.fraction;
}
