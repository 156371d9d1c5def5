import { formatMoney, type Money } from '@revops/domain';
import type { PaperFormat } from './paper-format.ts';

/** Signs that the fonts of papers have; every other currency goes by its code. */
const printable = /^[ -~\u00a0-\u00ff\u202f\u2212₩₪₫€₱₲₴₵₦₡₭₮₹₺₼₽₾₸₿]*$/u;

/** An amount on paper: always with its decimals, so that no digit can be written behind it. */
export function amountText(amount: Money, { locale, currency }: PaperFormat): string {
  const text = formatMoney(amount, { locale, currency, decimals: 'always' });
  if (printable.test(text)) return text;
  const bare = text.replaceAll(/[^\d.,−]/gu, '');
  return bare.startsWith('−') ? `−${currency} ${bare.slice(1)}` : `${currency} ${bare}`;
}
