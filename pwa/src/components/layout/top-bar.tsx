import { ChevronLeft } from 'lucide-react';
import { use, type ReactNode } from 'react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { m } from '#src/words/compiled/messages.js';
import { TrailingContext } from './trailing-context.ts';
import { WayBackContext } from './way-back-context.ts';

export interface TopBarProps {
  readonly title: ReactNode;
  /** Shows the way back; left out, the shell's own (`WayBackContext`) where the screen is no place of the bar. */
  readonly onBack?: () => void;
  /** Such as the plate; the sync pill of the shell (`TrailingContext`) when left out. */
  readonly trailing?: ReactNode;
}

/** The heading of a screen; sticks while the screen scrolls. */
export function TopBar({ title, onBack: ownBack, trailing: own }: TopBarProps) {
  const shared = use(TrailingContext);
  const sharedBack = use(WayBackContext);
  const onBack = ownBack ?? sharedBack;
  const trailing = own ?? shared;
  return (
    <header className="sticky top-0 z-10 border-b border-rule bg-surface pt-[env(safe-area-inset-top)]">
      <div
        className={`flex min-h-14 flex-wrap items-center justify-between gap-x-2 pe-gutter ${onBack ? 'ps-[calc(var(--gutter)-0.75rem)]' : 'ps-gutter'}`}
      >
        <div className="flex min-w-0 items-center">
          {onBack && <IconButton icon={ChevronLeft} label={m.ui_back()} onClick={onBack} />}
          {/* On the smallest phones a title beside a plate is smaller, so that both stay on one line. */}
          <h1
            className={`min-w-0 py-2 text-title rail:text-screen ${own === undefined ? '' : 'max-[22rem]:text-strong'}`}
          >
            {title}
          </h1>
        </div>
        {trailing !== undefined && <div className="-me-2 ms-auto flex min-w-0 items-center">{trailing}</div>}
      </div>
    </header>
  );
}
