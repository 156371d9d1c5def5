import { formatMoney, type Money } from '@revops/domain';

/** An amount as it is typed: digits with a point, in English whatever the workshop's locale; empty for none. */
export const amountText = (amount: Money | undefined, currency: string): string =>
  amount === undefined ? '' : formatMoney(amount, { currency, locale: 'en' }).replaceAll(/[^\d.]/g, '');
