import type { ReactNode } from 'react';
import { ToastHost } from '#src/components/ui/toast.tsx';
import { m } from '#src/words/compiled/messages.js';
import { BottomBar } from './bottom-bar.tsx';
import type { NavItem } from './nav-item.ts';
import { Rail } from './rail.tsx';
import { Sidebar } from './sidebar.tsx';

export interface AppFrameProps {
  readonly workshop: string;
  /** At most five, for the phone. */
  readonly bar: readonly NavItem[];
  /** All places, for tablet and desk; the bar's when absent. */
  readonly places?: readonly NavItem[];
  /** The sync pill at the foot of the sidebar; on phones and tablets it stands in the top bar of the screen. */
  readonly foot?: ReactNode;
  /** The screen: usually the router's outlet. */
  readonly children: ReactNode;
}

/** Bottom bar to 599, rail to 1023, sidebar from 1024. A task screen hides the bottom bar while it is on. */
export function AppFrame({ workshop, bar, places = bar, foot, children }: AppFrameProps) {
  return (
    <div className="app-frame flex min-h-dvh">
      <a
        href="#screen"
        className="sr-only z-50 rounded-control bg-surface px-4 py-3 text-strong focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
      >
        {m.ui_skip()}
      </a>
      <Sidebar items={places} workshop={workshop} foot={foot} />
      <Rail items={places} />
      <main id="screen" tabIndex={-1} className="app-screen min-w-0 flex-1 outline-none">
        {children}
      </main>
      <BottomBar items={bar} />
      <ToastHost />
    </div>
  );
}
