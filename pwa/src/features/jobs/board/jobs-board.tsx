import { jobStatusSchema } from '@revops/domain';
import { useRef } from 'react';
import { createPortal } from 'react-dom';
import { CancelJobSheet } from '#src/components/job-moves/cancel-job-sheet.tsx';
import { DeliverSheet } from '#src/components/deliver/deliver-sheet.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';
import { useNow, useStatusCounts } from '#src/data/hooks/index.ts';
import type { DeskFilter } from '#src/data/queries/desk-filter.ts';
import { m } from '#src/words/compiled/messages.js';
import { isPlain } from '../desk/is-plain.ts';
import type { Desks } from '../desk/use-desks.ts';
import type { Selection } from '../desk/use-selection.ts';
import { BoardColumn } from './board-column.tsx';
import { CardFace, type CardContext } from './card-face.tsx';
import { firstCard, neighbour } from './board-keys.ts';
import { useBoardMoves, type BoardMoves } from './use-board-moves.ts';
import { useCardPointer } from './use-card-pointer.ts';
import { useLift, type Lift } from './use-lift.ts';

export interface JobsBoardProps {
  readonly filter: DeskFilter;
  readonly current: string | undefined;
  readonly selection: Selection | undefined;
  readonly desks: Desks;
}

/** The jobs by status. A card goes from column to column by hand or by keys, as the table of moves allows. */
export function JobsBoard({ filter, current, selection, desks }: JobsBoardProps) {
  const board = useRef<HTMLElement>(null);
  const moves = useBoardMoves();
  const lift = useLift(moves);
  const { press, hang, width } = useCardPointer(lift, board);
  const counts = useStatusCounts(filter.desk);
  const names = new Map(desks.all.map(({ id, name }) => [id, name]));
  const formats = useFormats();
  const now = useNow(60_000);
  const context: CardContext = { formats, now, deskName: (id) => names.get(id) };
  const { lifted } = lift;
  const go = (key: 'j' | 'k') => {
    const card = document.activeElement?.closest<HTMLElement>('[data-card]') ?? undefined;
    (card === undefined ? firstCard(board.current) : neighbour(card, key))?.focus();
  };
  useShortcuts({ j: () => go('j'), k: () => go('k') });
  const isDragging = lifted?.by === 'pointer';
  return (
    <>
      {moves.problem !== undefined && <Banner tone="refused">{moves.problem}</Banner>}
      <p id="board-help" hidden>
        {m.jobs_board_help()}
      </p>
      <div aria-live="assertive" className="sr-only">
        {lift.said}
      </div>
      <section
        ref={board}
        aria-label={m.jobs_board()}
        className={`flex min-h-0 flex-1 overflow-x-auto ${isDragging ? 'cursor-grabbing' : ''}`}
      >
        {jobStatusSchema.options.map((status) => (
          <BoardColumn
            key={status}
            {...{ status, filter, lift, context, current, selection }}
            total={isPlain(filter) && counts.status === 'ready' ? counts.value[status] : undefined}
            onPress={press}
          />
        ))}
      </section>
      {isDragging &&
        createPortal(
          <div
            ref={hang}
            aria-hidden="true"
            style={{ width }}
            className="pointer-events-none fixed start-0 top-0 z-50 rounded-control border-2 border-carbon bg-surface p-3"
          >
            <CardFace job={lifted.job} context={context} />
          </div>,
          document.body,
        )}
      <Questions moves={moves} lift={lift} />
    </>
  );
}

interface QuestionsProps {
  readonly moves: BoardMoves;
  readonly lift: Lift;
}

/** Final moves ask as the job's own screen does. */
function Questions({ moves, lift }: QuestionsProps) {
  const { asking, close } = moves;
  if (asking === undefined) return null;
  const { job, to } = asking;
  const move = async (note?: string) => {
    const isMoved = await moves.move(job, to, note);
    if (isMoved) lift.land(job, to);
    return isMoved;
  };
  return to === 'cancelled' ? (
    <CancelJobSheet open onClose={close} jobId={job.id} onCancel={move} />
  ) : (
    <DeliverSheet open onClose={close} job={job} onDeliver={() => void move()} />
  );
}
