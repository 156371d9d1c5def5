import type { JobStatusValue } from '@revops/domain';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';
import type { OtherMove } from './next-step.ts';

export interface MovesSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly moves: readonly OtherMove[];
  readonly onMove: (to: JobStatusValue) => void;
}

/** Where else the job may go. */
export function MovesSheet({ open, onClose, moves, onMove }: MovesSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.job_other()}>
      <div className="flex flex-col gap-3 p-4">
        {moves.map(({ to, label }) => (
          <Button
            key={to}
            variant={to === 'cancelled' ? 'danger' : 'line'}
            size="main"
            wide
            onClick={() => onMove(to)}
          >
            {label}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
