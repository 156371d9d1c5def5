import { formatMoney, negateMoney, type Money as Amount } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';
import { useFormats } from './formats.ts';
import { Money } from './money.tsx';

export interface DueProps {
  readonly amount: Amount;
}

/** What is still to collect; below zero it is said in words, because a minus there is read as a mistake. */
export function Due({ amount }: DueProps) {
  const formats = useFormats();
  if (amount >= 0) return <Money amount={amount} />;
  return (
    <span className="text-waiting">
      {m.ui_to_give_back({ amount: formatMoney(negateMoney(amount), formats) })}
    </span>
  );
}
