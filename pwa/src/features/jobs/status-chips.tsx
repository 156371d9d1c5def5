import { isFinal, jobStatusSchema, type JobStatusValue } from '@revops/domain';
import { Chip } from '#src/components/ui/chip.tsx';
import { usePeople, useSession, useStatusCounts } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import type { ListPlace, StatusFilter } from './list-place.ts';

export interface StatusChipsProps {
  readonly place: ListPlace;
  readonly desk: string;
  readonly onChange: (change: Partial<ListPlace>) => void;
}

const filters: readonly StatusFilter[] = ['open', ...jobStatusSchema.options, 'all'];

/** How many jobs stand where, in chips under the thumb. */
export function StatusChips({ place, desk, onChange }: StatusChipsProps) {
  const hasDesks = useHasDesks();
  const counts = useStatusCounts(desk);
  const of = counts.status === 'ready' ? counts.value : undefined;
  const choices = filters.map((filter) => ({
    filter,
    word: filterWord(filter),
    count: of && countOf(of, filter),
  }));
  return (
    <fieldset
      aria-label={m.jobs_statuses()}
      className="flex min-w-0 gap-2 overflow-x-auto border-b border-rule bg-surface px-gutter py-2 [scrollbar-width:none]"
    >
      {hasDesks && (
        <Chip
          selected={place.desk === 'mine'}
          onSelect={() => onChange({ desk: place.desk === 'mine' ? 'all' : 'mine' })}
        >
          {m.jobs_my_desk()}
        </Chip>
      )}
      {choices.map(({ filter, word, count }) => (
        <Chip
          key={filter}
          selected={place.status === filter}
          onSelect={() => onChange({ status: filter })}
          {...(count !== undefined && { count })}
        >
          {word}
        </Chip>
      ))}
    </fieldset>
  );
}

function filterWord(filter: StatusFilter): string {
  if (filter === 'open') return m.jobs_open();
  if (filter === 'all') return m.jobs_all();
  return filter === 'waiting_for_parts' ? m.jobs_parts() : statusWord(filter);
}

function countOf(counts: Readonly<Record<JobStatusValue, number>>, filter: StatusFilter): number {
  if (filter !== 'open' && filter !== 'all') return counts[filter];
  const statuses = jobStatusSchema.options.filter((status) => filter === 'all' || !isFinal(status));
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** Only an owner sees other desks, and only where there is one; that of a removed person may still have jobs. */
function useHasDesks(): boolean {
  const session = useSession();
  const people = usePeople();
  if (session.role !== 'owner' || people.status === 'loading') return false;
  return people.value.length > 1;
}
