import { Money } from '#src/components/ui/money.tsx';
import { RefusedAlarm } from '#src/components/ui/refused-alarm.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useRefusedPayments, useTray } from '#src/data/hooks/index.ts';
import { refusedAmount } from '#src/data/queries/refused-money.ts';
import { m } from '#src/words/compiled/messages.js';

/** What this phone wrote and the server did not accept, the money first; nothing while there is nothing. */
export function RefusedHere() {
  const tray = useTray();
  const payments = useRefusedPayments();
  const open = tray.status === 'ready' ? tray.value.filter((item) => !item.answered) : [];
  const others = open.length - payments.length;
  if (open.length === 0) return null;
  return (
    <section>
      <SectionHeading tone="refused" count={open.length}>
        {m.sync_not_accepted_heading()}
      </SectionHeading>
      <ul className="border-t border-rule">
        {payments.length > 0 && (
          <RefusedAlarm to="/not-accepted" amount={<Money amount={refusedAmount(payments)} />}>
            {m.sync_money_here({ count: payments.length })}
          </RefusedAlarm>
        )}
        {others > 0 && (
          <RefusedAlarm to="/not-accepted">{m.sync_not_accepted_here({ count: others })}</RefusedAlarm>
        )}
      </ul>
    </section>
  );
}
