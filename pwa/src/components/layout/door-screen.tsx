import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface DoorScreenProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

/** A screen in front of the door: nobody is signed in, so there is no bar. One sheet of paper, on the desk beside the sign. */
export function DoorScreen({ title, lead, onBack, children }: DoorScreenProps) {
  return (
    <div className="flex min-h-dvh flex-col desk:flex-row">
      <Sign />
      <div className="flex min-w-0 flex-1 flex-col rail:items-center rail:justify-center rail:py-12">
        <div className="flex w-full flex-1 flex-col bg-surface rail:max-w-lg rail:flex-none rail:border rail:border-rule">
          <header
            className={`flex items-start pt-4 pe-4 rail:pe-6 ${onBack ? 'ps-1 rail:ps-2' : 'ps-4 rail:ps-6'}`}
          >
            {onBack && <IconButton icon={ChevronLeft} label={m.ui_back()} onClick={onBack} />}
            <div className="min-w-0 py-2">
              <h1 className="text-screen">{title}</h1>
              {lead !== undefined && <p className="pt-1 text-ink-2">{lead}</p>}
            </div>
          </header>
          {children}
        </div>
      </div>
    </div>
  );
}

/** The workshop's sign: mark, name and what it is for. On phones one line. */
function Sign() {
  return (
    <div className="flex shrink-0 items-center gap-3 border-b border-rule bg-surface px-4 py-3 rail:px-6 desk:w-105 desk:flex-col desk:items-start desk:justify-center desk:gap-6 desk:border-e desk:border-b-0 desk:px-12">
      <img src="/icons/favicon.svg" alt="" className="size-9 desk:size-20" />
      <p className="text-title desk:text-money-xl">{m.app_name()}</p>
      <p className="max-w-prose text-title font-normal text-ink-2 max-desk:hidden">{m.app_promise()}</p>
    </div>
  );
}
