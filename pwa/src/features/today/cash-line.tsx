import { formatMoney } from '@revops/domain';
import { RefusedCash } from '#src/components/alarms/refused-cash.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { useCash, usePeople } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

export interface CashLineProps {
  readonly userId: string;
}

/** The cash in one's own pocket that belongs to the workshop, and the way to pass it on. */
export function CashLine({ userId }: CashLineProps) {
  const cash = useCash(userId);
  const formats = useFormats();
  const people = usePeople();
  if (cash.status === 'loading') return null;
  const { held, waitingHandOver, rejected } = cash.value;
  // Cash goes to an owner; the only owner has nobody to hand it to.
  const mayHandOver =
    people.status === 'loading' ||
    people.value.some(({ id, role, active }) => active && role === 'owner' && id !== userId);
  return (
    <section className="px-gutter flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule bg-surface py-3">
      <div className="min-w-0">
        <p className="text-meta text-ink-2">{m.today_cash()}</p>
        <p>
          <Money amount={held.amount} size="l" />
        </p>
        {held.unsentAmount !== 0 && (
          <p className="text-meta text-waiting">
            {m.today_cash_unsent({ amount: formatMoney(held.unsentAmount, formats) })}
          </p>
        )}
        {waitingHandOver.count > 0 && (
          <p className="text-meta text-waiting">
            {m.today_cash_handed({ amount: formatMoney(waitingHandOver.amount, formats) })}
          </p>
        )}
      </div>
      {mayHandOver && <ButtonLink to="/money/hand-over">{m.today_hand_over()}</ButtonLink>}
      <RefusedCash userId={userId} />
      {rejected.count > 0 && (
        <p className="basis-full font-semibold text-refused">
          {m.today_cash_rejected({ amount: formatMoney(rejected.amount, formats) })}
        </p>
      )}
    </section>
  );
}
