import { currencyExponent, formatMoney, type Money as Amount } from '@revops/domain';
import { classNames } from './class-names.ts';
import { useFormats } from './formats.ts';

export interface MoneyProps {
  readonly amount: Amount;
  /** `auto` leaves the decimals of a whole amount out; a column decides for all its amounts (`useColumnDecimals`). */
  readonly decimals?: 'auto' | 'always';
  readonly size?: 'body' | 'strong' | 'title' | 'l' | 'xl';
  readonly struck?: boolean;
}

const sizes = {
  body: '',
  strong: 'text-strong',
  title: 'text-title',
  l: 'text-money-l',
  xl: 'text-money-xl',
} as const;

/** An amount as the workshop writes it: never wrapped, never abbreviated, a true minus. */
export function Money({ amount, decimals = 'auto', size = 'body', struck = false }: MoneyProps) {
  const { locale, currency } = useFormats();
  const text = formatMoney(amount, { locale, currency, decimals });
  const sized = size === 'xl' && text.length > 9 ? 'text-money-xl-long' : sizes[size];
  const className = classNames('whitespace-nowrap tabular-nums', sized);
  return struck ? <s className={className}>{text}</s> : <span className={className}>{text}</span>;
}

/** How a column writes its amounts: without decimals when all are whole, else two everywhere. */
export function columnDecimals(amounts: readonly Amount[], exponent = 2): 'auto' | 'always' {
  return amounts.every((amount) => amount % 10 ** exponent === 0) ? 'auto' : 'always';
}

/** The same in the workshop's currency, inside a component. */
export function useColumnDecimals(amounts: readonly Amount[]): 'auto' | 'always' {
  return columnDecimals(amounts, currencyExponent(useFormats().currency));
}
