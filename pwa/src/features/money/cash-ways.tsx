import { CalendarCheck, Landmark, ScanLine, ScrollText, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { m } from '#src/words/compiled/messages.js';

interface Way {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: () => string;
}

const ways: readonly Way[] = [
  { to: '/money/close', icon: CalendarCheck, label: () => m.cash_close_title() },
  { to: '/money/deposit', icon: Landmark, label: () => m.cash_deposit_title() },
  { to: '/money/scan', icon: ScanLine, label: () => m.cash_scan_title() },
  { to: '/money/statement', icon: ScrollText, label: () => m.cash_statement_title() },
];

/** What is done with cash besides taking it. */
export function CashWays() {
  return (
    <ul className="grid grid-cols-2 border-b border-rule bg-surface rail:grid-cols-4">
      {ways.map(({ to, icon: Icon, label }, index) => (
        <li
          key={to}
          className={`border-rule ${index % 2 === 1 ? 'border-s' : ''} ${index > 1 ? 'border-t rail:border-t-0' : ''} ${index === 2 ? 'rail:border-s' : ''}`}
        >
          <Link
            to={to}
            className="fade flex min-h-14 items-center gap-3 px-gutter py-2 font-semibold text-carbon -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
          >
            <Icon aria-hidden="true" className="size-5 shrink-0" />
            <span className="min-w-0">{label()}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
