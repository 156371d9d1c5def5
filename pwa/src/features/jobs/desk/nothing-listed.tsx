import { Plus } from 'lucide-react';
import { NoCar } from '#src/components/empty/no-car.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useHasJobs } from '#src/data/hooks/index.ts';
import type { DeskFilter } from '#src/data/queries/desk-filter.ts';
import { m } from '#src/words/compiled/messages.js';
import { isPlain } from './is-plain.ts';

export interface NothingListedProps {
  readonly filter: DeskFilter;
  readonly onAll: () => void;
}

/** Why the table is empty, and the one thing to do about it. */
export function NothingListed({ filter, onAll }: NothingListedProps) {
  const hasJobs = useHasJobs(filter.desk);
  if (hasJobs === undefined) return <div className="flex-1" />;
  if (!hasJobs)
    return (
      <EmptyState
        action={
          <ButtonLink to="/jobs/new" icon={Plus}>
            {m.jobs_new()}
          </ButtonLink>
        }
      >
        <NoCar desk={filter.desk} hasJobs={false} />
      </EmptyState>
    );
  return (
    <EmptyState action={<Button onClick={onAll}>{m.jobs_show_all()}</Button>}>
      {filter.status === 'open' && isPlain(filter) ? <NoCar desk={filter.desk} hasJobs /> : whyOf(filter)}
    </EmptyState>
  );
}

function whyOf({ late, money }: DeskFilter): string {
  if (late && money === 'any') return m.jobs_none_late();
  return money === 'due' && !late ? m.jobs_none_due() : m.jobs_none_fit();
}
