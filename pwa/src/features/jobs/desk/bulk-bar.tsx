import { ArrowRightLeft, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';
import { ReassignManySheet } from './reassign-many-sheet.tsx';
import type { Desks } from './use-desks.ts';
import type { Selection } from './use-selection.ts';

export interface BulkBarProps {
  readonly selection: Selection;
  readonly desks: Desks;
}

/** What can be done to all that is selected. */
export function BulkBar({ selection, desks }: BulkBarProps) {
  const [isMoving, setIsMoving] = useState(false);
  const count = selection.ids.size;
  return (
    <>
      {count > 0 && (
        <section
          aria-label={m.jobs_selected({ count })}
          className="flex shrink-0 flex-wrap items-center gap-2 border-t-2 border-ink bg-surface px-gutter py-2"
        >
          <output className="me-auto text-strong">{m.jobs_selected({ count })}</output>
          <Button
            icon={ArrowRightLeft}
            aria-haspopup="dialog"
            aria-label={m.jobs_reassign()}
            onClick={() => setIsMoving(true)}
          >
            {m.job_desk_move_short()}
          </Button>
          <Button variant="text" icon={X} onClick={selection.clear}>
            {m.jobs_unselect()}
          </Button>
        </section>
      )}
      <ReassignManySheet
        open={isMoving}
        onClose={() => setIsMoving(false)}
        ids={[...selection.ids]}
        desks={desks}
        onDone={selection.clear}
      />
    </>
  );
}
