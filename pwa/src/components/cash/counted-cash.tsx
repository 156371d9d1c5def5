import { formatMoney, moneyInWords, negateMoney, subtractMoney, type Money } from '@revops/domain';
import type { ReactNode } from 'react';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money as MoneyText } from '#src/components/ui/money.tsx';
import { m } from '#src/words/compiled/messages.js';

interface CountedCashProps {
  readonly amount: Money;
  readonly expected: Money;
  /** Whose cash it is; left out, one's own. */
  readonly name?: string | undefined;
  /** Nothing at all is a count too, such as at the end of a day. */
  readonly isNothingCounted?: boolean;
  /** What else is to be said of the counted cash. */
  readonly children?: ReactNode;
}

/** What was counted against what is expected, the difference in words, before anything is saved. */
export function CountedCash({
  amount,
  expected,
  name,
  isNothingCounted = false,
  children,
}: CountedCashProps) {
  const formats = useFormats();
  const held = formatMoney(expected, formats);
  return (
    <output className="block border-b border-rule bg-surface px-gutter py-4" aria-live="polite">
      <span className="block text-ink-2">{m.money_counted()}</span>
      <MoneyText amount={amount} size="xl" />
      {amount > 0 && (
        <span className="block text-meta text-ink-2">{moneyInWords(amount, formats.currency)}</span>
      )}
      <span className="block text-meta text-ink-2">
        {name === undefined
          ? m.money_expected({ amount: held })
          : m.cash_expected_with({ amount: held, name })}
      </span>
      {(amount > 0 || isNothingCounted) && <Difference difference={subtractMoney(amount, expected)} />}
      {children}
    </output>
  );
}

function Difference({ difference }: { readonly difference: Money }) {
  const formats = useFormats();
  if (difference === 0) return <span className="block font-semibold text-received">{m.cash_exact()}</span>;
  const words =
    difference < 0
      ? m.cash_short({ amount: formatMoney(negateMoney(difference), formats) })
      : m.cash_over({ amount: formatMoney(difference, formats) });
  return <span className="block font-semibold text-waiting">{words}</span>;
}
