import { lettersAndDigits } from '@revops/domain';
import { Plus } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useJobSearch } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { VirtualJobs } from './virtual-jobs.tsx';

// More are not read but narrowed down by another letter.
const mostFound = 50;

export interface FoundJobsProps {
  readonly query: string;
  readonly current: string | undefined;
  readonly scrollTop: number;
  readonly remember: (scrollTop: number) => void;
}

/** What fits the letters and digits typed so far, open jobs first. */
export function FoundJobs({ query, current, scrollTop, remember }: FoundJobsProps) {
  const found = useJobSearch(query, mostFound);
  if (found.status === 'loading') return null;
  const { items, complete } = found.value;
  if (items.length === 0) return <NotHere query={query} isComplete={complete} />;
  return (
    <>
      <output className="block px-gutter py-2 text-meta text-ink-2">
        {items.length < mostFound
          ? m.jobs_found({ count: items.length })
          : m.jobs_found_more({ count: items.length })}
      </output>
      <VirtualJobs
        key={query}
        label={m.jobs_results()}
        jobs={items}
        current={current}
        scrollTop={scrollTop}
        onScroll={remember}
      />
    </>
  );
}

interface NotHereProps {
  readonly query: string;
  readonly isComplete: boolean;
}

function NotHere({ query, isComplete }: NotHereProps) {
  const typed = lettersAndDigits(query);
  const isEnding = /^\d{1,4}$/.test(typed);
  // Four digits end a plate; letters and digits together begin one; a name is neither.
  const prefill = isEnding
    ? `?ending=${typed}`
    : /\d/.test(typed) && typed.length <= 10
      ? `?plate=${typed}`
      : '';
  return (
    <EmptyState
      action={
        <ButtonLink to={`/jobs/new${prefill}`} icon={Plus}>
          {m.jobs_new()}
        </ButtonLink>
      }
    >
      {isEnding ? m.jobs_not_found({ ending: typed }) : m.jobs_not_found_text({ query })}
      {!isComplete && ` ${m.jobs_not_all_here()}`}
    </EmptyState>
  );
}
