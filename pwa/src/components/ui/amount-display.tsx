import { currencyExponent, formatMoney, moneyInWords } from '@revops/domain';
import type { ReactNode } from 'react';
import { useFormats, type Formats } from './formats.ts';
import { shownFraction, type KeypadEntry } from './keypad-entry.ts';

export interface AmountDisplayProps {
  /** `Still to collect ₹2,000` */
  readonly label: ReactNode;
  readonly entry: KeypadEntry;
  /** What the amount means: `₹500 stays due`, `₹200 to give back`. */
  readonly hint?: ReactNode;
}

/** The typed amount, large; above ₹9,999 also in words, because a zero too many is the costliest mistake. */
export function AmountDisplay({ label, entry, hint }: AmountDisplayProps) {
  const formats = useFormats();
  const text = shown(entry, formats);
  const isLarge = entry.amount > 9999 * 10 ** currencyExponent(formats.currency);
  return (
    <div className="border-b border-rule bg-surface px-gutter py-3 text-center [@media(height<42rem)]:py-1">
      <p className="text-ink-2">{label}</p>
      <output
        aria-live="polite"
        className={`block ${text.length > 9 ? 'text-money-xl-long' : 'text-money-xl'}`}
      >
        {text}
      </output>
      <p className="min-h-5 text-meta text-ink-2">{hint}</p>
      {isLarge && (
        <p className="text-meta font-semibold text-ink">{moneyInWords(entry.amount, formats.currency)}</p>
      )}
    </div>
  );
}

function shown(entry: KeypadEntry, formats: Formats): string {
  const fraction = shownFraction(entry);
  if (fraction === undefined) return formatMoney(entry.amount, formats);
  const complete = formatMoney(entry.amount, { ...formats, decimals: 'always' });
  const untyped = currencyExponent(formats.currency) - fraction.length;
  return untyped === 0 ? complete : complete.slice(0, -untyped);
}
