import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { classNames } from '#src/components/ui/class-names.ts';
import { m } from '#src/words/compiled/messages.js';
import type { NavProps } from './bottom-bar.tsx';
import { CountBadge } from './count-badge.tsx';
import { mainFirst } from './nav-item.ts';

export interface SidebarProps extends NavProps {
  /** Whose books these are. */
  readonly workshop: string;
  /** The sync pill. */
  readonly foot?: ReactNode;
}

/** The desk's places, 216 wide, with the workshop's name on top. */
export function Sidebar({ items, workshop, foot }: SidebarProps) {
  return (
    <div className="sticky top-0 flex h-dvh w-54 shrink-0 flex-col border-e border-rule bg-surface max-desk:hidden">
      <header className="px-5 pt-5 pb-4 text-title">{workshop}</header>
      <nav aria-label={m.ui_places()} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {mainFirst(items).map(({ to, label, icon: Icon, count, isMain = false, end = false }) => (
          <NavLink
            key={to}
            to={to}
            end={end}
            className={({ isActive }) =>
              classNames(
                'fade relative flex min-h-12 items-center gap-3 px-5 text-strong -outline-offset-3',
                isMain
                  ? 'nav-main mx-4 mb-3 rounded-control bg-carbon px-3 text-on-carbon'
                  : isActive
                    ? 'bg-carbon-soft text-carbon before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-carbon'
                    : 'text-ink-2 hover:bg-sunken',
              )
            }
          >
            <Icon aria-hidden="true" className="size-5 shrink-0" />
            <span className="min-w-0 flex-1">{label}</span>
            <CountBadge count={count} />
          </NavLink>
        ))}
      </nav>
      {foot !== undefined && <div className="border-t border-rule px-3 py-1">{foot}</div>}
    </div>
  );
}
