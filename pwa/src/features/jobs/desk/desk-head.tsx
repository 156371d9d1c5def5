import { Columns3Cog } from 'lucide-react';
import { use } from 'react';
import { TrailingContext } from '#src/components/layout/trailing-context.ts';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';
import type { DeskGo } from './desk-place.ts';
import { LayoutSwitch } from './layout-switch.tsx';
import { ViewTabs } from './view-tabs.tsx';

export interface DeskHeadProps {
  readonly at: DeskGo;
  readonly isCompact: boolean;
  /** The job beside the table has the sync pill while one is open. */
  readonly hasPill: boolean;
  /** Absent where there are no columns to choose. */
  readonly onColumns?: () => void;
}

/** The heading with the views beside it, so that the table begins as high as it can. */
export function DeskHead({ at, isCompact, hasPill, onColumns }: DeskHeadProps) {
  const pill = use(TrailingContext);
  const { place, go } = at;
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 border-b border-rule bg-surface px-gutter">
      <h1 className="py-2 text-screen">{m.jobs_title()}</h1>
      <ViewTabs at={at} />
      <div className="ms-auto flex items-center gap-2">
        {!isCompact && onColumns !== undefined && (
          <Button variant="text" icon={Columns3Cog} aria-haspopup="dialog" onClick={onColumns}>
            {m.jobs_columns()}
          </Button>
        )}
        {!isCompact && <LayoutSwitch layout={place.layout} onChange={(layout) => go({ layout })} />}
        {hasPill && pill}
      </div>
    </header>
  );
}
