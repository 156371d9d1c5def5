import { NavLink } from 'react-router';
import { classNames } from '#src/components/ui/class-names.ts';
import { m } from '#src/words/compiled/messages.js';
import { NavIcon } from './nav-icon.tsx';
import type { NavItem } from './nav-item.ts';

export interface NavProps {
  readonly items: readonly NavItem[];
}

/** The places under the thumb, at most five; New job is the one filled key among them. */
export function BottomBar({ items }: NavProps) {
  return (
    <nav
      aria-label={m.ui_places()}
      className="bottom-bar bar-inset fixed inset-x-0 bottom-0 z-20 flex border-t border-rule bg-surface rail:hidden"
    >
      {items.map((item) => (
        <BarLink key={item.to} item={item} />
      ))}
    </nav>
  );
}

function BarLink({
  item: { to, label, icon: Icon, count, isMain = false, end = false },
}: {
  readonly item: NavItem;
}) {
  return (
    <NavLink
      to={to}
      end={end}
      className={({ isActive }) =>
        classNames(
          'relative flex min-h-16 min-w-0 flex-1 flex-col items-center justify-center gap-1 px-0.5 text-bar -outline-offset-3',
          isActive && !isMain
            ? 'font-bold text-carbon before:absolute before:inset-x-0 before:-top-px before:h-1 before:bg-carbon'
            : 'text-ink-2',
        )
      }
    >
      <NavIcon
        icon={Icon}
        count={count}
        className={isMain ? 'nav-main w-14 rounded-control bg-carbon text-on-carbon' : ''}
      />
      <span className="max-w-full text-center [overflow-wrap:normal]">{label}</span>
    </NavLink>
  );
}
