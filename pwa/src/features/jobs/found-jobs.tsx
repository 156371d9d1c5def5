import { ContactRound } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useJobSearch } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { NotHere } from './not-here.tsx';
import { VirtualJobs } from './virtual-jobs.tsx';

// More are not read but narrowed down by another letter.
const mostFound = 50;

export interface FoundJobsProps {
  readonly query: string;
  readonly scrollTop: number;
  readonly remember: (scrollTop: number) => void;
}

/** What fits the letters and digits typed so far, open jobs first. */
export function FoundJobs({ query, scrollTop, remember }: FoundJobsProps) {
  const found = useJobSearch(query, mostFound);
  if (found.status === 'loading') return null;
  const { items, complete } = found.value;
  if (items.length === 0) return <NotHere query={query} isComplete={complete} />;
  return (
    <>
      <div className="flex items-center justify-between gap-3 ps-gutter">
        <output className="py-2 text-meta text-ink-2">
          {items.length < mostFound
            ? m.jobs_found({ count: items.length })
            : m.jobs_found_more({ count: items.length })}
        </output>
        <ButtonLink
          to={`/customers?q=${encodeURIComponent(query)}`}
          variant="text"
          icon={ContactRound}
          className="shrink-0"
        >
          {m.customers_title()}
        </ButtonLink>
      </div>
      <VirtualJobs
        key={query}
        label={m.jobs_results()}
        jobs={items}
        scrollTop={scrollTop}
        onScroll={remember}
      />
    </>
  );
}
