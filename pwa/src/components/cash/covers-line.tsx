import { formatMoney, money, type Money } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';

interface CoversLineProps {
  readonly count: number;
  readonly sum: number;
  readonly amount: Money;
}

/** How many payments a hand-over names, and how their sum differs from the cash, in words. */
export function CoversLine({ count, sum, amount }: CoversLineProps) {
  const formats = useFormats();
  const word = (value: number): string => formatMoney(money(value), formats);
  if (count === 0) return <span className="block text-meta text-ink-2">{m.money_covers_none()}</span>;
  const rest = amount - sum;
  return (
    <span className="block text-meta text-ink-2">
      {m.money_covers({ count, amount: word(sum) })}
      {rest > 0 && ` ${m.money_covers_rest({ amount: word(rest) })}`}
      {rest < 0 && ` ${m.money_covers_short({ amount: word(-rest) })}`}
    </span>
  );
}
