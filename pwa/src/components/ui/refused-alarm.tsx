import { ChevronRight, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface RefusedAlarmProps {
  readonly to: string;
  /** The money among it, under what is wrong or at the end of its line. */
  readonly amount?: ReactNode;
  readonly children: ReactNode;
}

/** A line among the alarms that leads to what is wrong. */
export function RefusedAlarm({ to, amount, children }: RefusedAlarmProps) {
  return (
    <li className="relative border-b border-rule bg-surface">
      <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 bg-refused" />
      <Link
        to={to}
        className="fade flex min-h-14 items-center gap-3 px-gutter py-2 -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
      >
        <CircleAlert aria-hidden="true" className="size-5 shrink-0 text-refused" />
        <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4 font-semibold">
          <span className="min-w-0">{children}</span>
          {amount}
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}
