import { useJobSearch } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { NotHere } from '../not-here.tsx';
import type { TableColumn } from './job-columns.tsx';
import { openJobs } from './desk-place.ts';
import { JobsTable } from './jobs-table.tsx';
import type { Desks } from './use-desks.ts';
import type { Selection } from './use-selection.ts';

// More are not read but narrowed down by another letter.
const mostFound = 50;

export interface FoundTableProps {
  readonly query: string;
  readonly columns: readonly TableColumn[];
  readonly current: string | undefined;
  readonly selection: Selection | undefined;
  readonly desks: Desks;
}

/** What fits the letters and digits typed so far, open jobs first. */
export function FoundTable({ query, ...table }: FoundTableProps) {
  const found = useJobSearch(query, mostFound);
  if (found.status === 'loading') return null;
  const { items, complete } = found.value;
  if (items.length === 0) return <NotHere query={query} isComplete={complete} />;
  const page = { ids: items.map(({ id }) => id), head: items, more: false, isUnsorted: false };
  return (
    <>
      <output className="block border-b border-rule bg-surface px-gutter py-2 text-meta text-ink-2">
        {items.length < mostFound
          ? m.jobs_found({ count: items.length })
          : m.jobs_found_more({ count: items.length })}
      </output>
      <JobsTable
        {...table}
        page={page}
        shows={query}
        sort={openJobs.filter.sort}
        scroll={{ top: 0, remember: () => undefined, onEnd: undefined }}
      />
    </>
  );
}
