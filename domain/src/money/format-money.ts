import { currencyExponent, splitMinor } from './currency.ts';
import type { Money } from './money.ts';

/** In which currency and by whose habits amounts are written; `auto` leaves the decimals of whole amounts out. */
export interface MoneyFormat {
  readonly currency: string;
  readonly locale: string;
  readonly decimals?: 'auto' | 'always';
}

/**
 * An amount as people read it, with a true minus sign.
 * @example formatMoney(money(12_345_600), { currency: 'INR', locale: 'en-IN' }) // '₹1,23,456'
 */
export function formatMoney(amount: Money, format: MoneyFormat): string {
  const { whole, fraction } = splitMinor(amount, format.currency);
  const shown = format.decimals !== 'always' && isWhole(amount, format.currency) ? 0 : fraction.length;
  const sign = amount < 0 ? '-' : '';
  const text = `${sign}${whole}${shown === 0 ? '' : `.${fraction}`}` as `${number}`;
  return formatter(format.locale, format.currency, shown)
    .formatToParts(text as unknown as number) // Intl reads decimal text exactly; the older typings know numbers only
    .map((part) => (part.type === 'minusSign' ? part.value.replace('-', '−') : part.value))
    .join('');
}

/** A column of amounts: without decimals when every one is whole, else all of them with. */
export function formatMoneyColumn(
  amounts: readonly Money[],
  format: Omit<MoneyFormat, 'decimals'>,
): string[] {
  const decimals = amounts.every((amount) => isWhole(amount, format.currency)) ? 'auto' : 'always';
  return amounts.map((amount) => formatMoney(amount, { ...format, decimals }));
}

function isWhole(amount: Money, currency: string): boolean {
  return amount % 10 ** currencyExponent(currency) === 0;
}

// Making a formatter costs a hundred times as much as using it, and a list formats hundreds of amounts.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${decimals}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(key, made);
  return made;
}
