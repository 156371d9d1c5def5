import { NavLink } from 'react-router';
import { m } from '#src/words/compiled/messages.js';
import type { NavProps } from './bottom-bar.tsx';
import { classNames } from '#src/components/ui/class-names.ts';
import { mainFirst } from './nav-item.ts';
import { NavIcon } from './nav-icon.tsx';

/** The same places at the side of a tablet. */
export function Rail({ items }: NavProps) {
  return (
    <nav
      aria-label={m.ui_places()}
      className="sticky top-0 flex h-dvh w-22 shrink-0 flex-col gap-1 overflow-y-auto border-e border-rule bg-surface py-2 max-rail:hidden desk:hidden"
    >
      {mainFirst(items).map(({ to, label, icon: Icon, count, isMain = false, end = false }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={({ isActive }) =>
            classNames(
              'relative flex min-h-16 flex-col items-center justify-center gap-1 px-1 py-2 text-center text-bar -outline-offset-3',
              isMain
                ? 'nav-main mx-2 rounded-control bg-carbon text-on-carbon'
                : isActive
                  ? 'bg-carbon-soft font-bold text-carbon before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-carbon'
                  : 'text-ink-2 active:bg-sunken',
            )
          }
        >
          <NavIcon icon={Icon} count={count} />
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
