import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface MoreLinkProps {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}

/** A row that leads to a screen. */
export function MoreLink({ to, icon: Icon, children, aside }: MoreLinkProps) {
  return (
    <li className="border-b border-rule bg-surface">
      <Link
        to={to}
        className="fade flex min-h-14 items-center gap-4 px-gutter py-2 -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
      >
        <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-2" />
        <span className="min-w-0 flex-1 font-semibold">{children}</span>
        {aside !== undefined && <span className="text-meta text-ink-2">{aside}</span>}
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}

interface MoreItemProps {
  readonly title: string;
  /** Says how it stands. */
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/** A row that says how something stands, with at most one thing to do. */
export function MoreItem({ title, text, action }: MoreItemProps) {
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule bg-surface px-gutter py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-strong">{title}</p>
        {text !== undefined && <p className="text-ink-2">{text}</p>}
      </div>
      {action}
    </div>
  );
}
