import { Plus } from 'lucide-react';
import { NoCar } from '#src/components/empty/no-car.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useHasJobs, useJobs } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import type { ListPlace } from './list-place.ts';
import { VirtualJobs } from './virtual-jobs.tsx';

export interface ListedJobsProps {
  readonly place: ListPlace;
  readonly desk: string;
  readonly go: (change: Partial<ListPlace>) => void;
  readonly grow: () => void;
  readonly remember: (scrollTop: number) => void;
}

/** The jobs of a filter, newest first; the next page is asked for before its first row is reached. */
export function ListedJobs({ place, desk, go, grow, remember }: ListedJobsProps) {
  const jobs = useJobs({ status: place.status, desk, limit: place.limit });
  if (jobs.status === 'loading') return null;
  const { items, more } = jobs.value;
  if (items.length === 0)
    return <NoJobs status={place.status} desk={desk} onAll={() => go({ status: 'all' })} />;
  return (
    <VirtualJobs
      key={`${place.status} ${desk}`}
      label={m.jobs_list()}
      jobs={items}
      scrollTop={place.scrollTop}
      onScroll={remember}
      {...(more && { onEnd: grow })}
    />
  );
}

interface NoJobsProps {
  readonly status: ListPlace['status'];
  readonly desk: string;
  readonly onAll: () => void;
}

function NoJobs({ status, desk, onAll }: NoJobsProps) {
  const hasJobs = useHasJobs(desk);
  if (hasJobs === undefined) return null;
  if (status === 'all' || (status === 'open' && !hasJobs)) {
    return (
      <EmptyState
        action={
          <ButtonLink to="/jobs/new" icon={Plus}>
            {m.jobs_new()}
          </ButtonLink>
        }
      >
        <NoCar desk={desk} hasJobs={false} />
      </EmptyState>
    );
  }
  return (
    <EmptyState action={<Button onClick={onAll}>{m.jobs_show_all()}</Button>}>
      {status === 'open' ? <NoCar desk={desk} hasJobs /> : m.jobs_none_status({ status: statusWord(status) })}
    </EmptyState>
  );
}
