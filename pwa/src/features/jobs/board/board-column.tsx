import { isFinal, type JobStatusValue } from '@revops/domain';
import { Ban } from 'lucide-react';
import { useState, type PointerEvent } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { classNames } from '#src/components/ui/class-names.ts';
import { useDeskJobs } from '#src/data/hooks/index.ts';
import type { DeskFilter } from '#src/data/queries/desk-filter.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import { StatusMark } from '../desk/status-mark.tsx';
import type { Selection } from '../desk/use-selection.ts';
import { useRowWindow } from '../desk/use-row-window.ts';
import { BoardCard } from './board-card.tsx';
import type { CardContext } from './card-face.tsx';
import type { Lift } from './use-lift.ts';

export interface BoardColumnProps {
  readonly status: JobStatusValue;
  readonly filter: DeskFilter;
  /** How many there are, where that is known without looking. */
  readonly total: number | undefined;
  readonly lift: Lift;
  readonly context: CardContext;
  readonly current: string | undefined;
  readonly selection: Selection | undefined;
  readonly onPress: (event: PointerEvent<HTMLElement>, job: JobView) => void;
}

// Three screens of cards; as many again with each tap.
const pageSize = 30;

/** The jobs of one status: what is promised first stands on top, of finished ones the newest. */
export function BoardColumn({ status, filter, total, lift, ...cards }: BoardColumnProps) {
  const [limit, setLimit] = useState(pageSize);
  const sort = isFinal(status)
    ? ({ by: 'opened', descending: true } as const)
    : ({ by: 'promised', descending: false } as const);
  const jobs = useDeskJobs({ ...filter, status, sort }, limit);
  const page = jobs.status === 'ready' ? jobs.value : { ids: [], head: [], more: false, isUnsorted: false };
  const views = useRowWindow(page, 0, page.ids.length - 1);
  const rule = lift.ruleFor(status);
  const isOver = lift.lifted?.over === status && rule?.kind !== 'home';
  const count = total ?? page.ids.length;
  return (
    <section
      aria-label={m.jobs_column({ status: statusWord(status), count })}
      data-column={status}
      data-rule={rule?.kind}
      className={classNames(
        'flex min-h-0 w-60 shrink-0 flex-col border-e border-rule last:border-e-0',
        isOver && rule?.kind === 'allowed' && 'bg-carbon-soft outline-2 -outline-offset-2 outline-carbon',
        isOver && rule?.kind === 'refused' && 'bg-refused-soft outline-2 -outline-offset-2 outline-refused',
      )}
    >
      <h2 className="flex min-h-11 shrink-0 items-center justify-between gap-2 px-3 text-meta font-bold">
        <StatusMark status={status} />
        <span className="text-ink-2">{page.more && total === undefined ? `${count}+` : count}</span>
      </h2>
      {rule?.kind === 'refused' && (
        <p className="mx-3 mb-2 flex gap-2 text-meta text-ink-2">
          <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-refused" />
          {rule.why}
        </p>
      )}
      <ul
        aria-label={statusWord(status)}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-2 pt-0.5 pb-4"
      >
        {page.ids.map((id) => {
          const job = views.get(id);
          return job === undefined ? null : (
            <BoardCard
              key={id}
              {...{ job, lift }}
              context={cards.context}
              isCurrent={cards.current === id}
              isSelected={cards.selection?.ids.has(id) ?? false}
              onPress={cards.onPress}
              onToggle={cards.selection?.toggle}
            />
          );
        })}
        {page.more && (
          <li>
            <Button wide variant="text" onClick={() => setLimit(limit + pageSize)}>
              {m.jobs_more()}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
