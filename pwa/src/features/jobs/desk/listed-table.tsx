import { isFinal, jobStatusSchema } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useDeskJobs, useStatusCounts } from '#src/data/hooks/index.ts';
import type { DeskFilter } from '#src/data/queries/desk-filter.ts';
import type { DeskPage } from '#src/data/queries/jobs-desk.ts';
import { MOST_SORTED } from '#src/data/queries/jobs-order.ts';
import { m } from '#src/words/compiled/messages.js';
import type { DeskGo } from './desk-place.ts';
import { isPlain } from './is-plain.ts';
import type { TableColumn } from './job-columns.tsx';
import { JobsTable } from './jobs-table.tsx';
import { NothingListed } from './nothing-listed.tsx';
import type { Desks } from './use-desks.ts';
import type { Selection } from './use-selection.ts';

export interface ListedTableProps {
  readonly at: DeskGo;
  readonly filter: DeskFilter;
  readonly columns: readonly TableColumn[];
  readonly current: string | undefined;
  readonly selection: Selection | undefined;
  readonly desks: Desks;
}

// Ids alone are cheap: ten screens of them at first, and twice as many each time the end comes near.
const firstPage = 500;

/** The jobs of a filter in its order, however many there are. */
export function ListedTable({ at, filter, ...table }: ListedTableProps) {
  const { place, go, ask, remember } = at;
  const asked = JSON.stringify(filter);
  const [grown, setGrown] = useState({ asked, limit: firstPage });
  const limit = grown.asked === asked ? grown.limit : firstPage;
  const jobs = useDeskJobs(filter, limit);
  const total = useTotal(filter, jobs.status === 'ready' ? jobs.value : undefined);
  if (jobs.status === 'loading') return <div className="flex-1" />;
  const page = jobs.value;
  const grow = () => setGrown({ asked, limit: limit * 2 });
  // A page that is nearly empty has looked at many that do not fit: whether to look on is a person's word.
  const isFull = page.ids.length >= limit / 4;
  if (page.ids.length === 0 && !page.more)
    return (
      <NothingListed
        filter={filter}
        onAll={() =>
          go({ filter: { ...place.filter, status: 'all', money: 'any', late: false }, period: 'any' })
        }
      />
    );
  return (
    <>
      <output className="flex flex-wrap gap-x-4 border-b border-rule bg-surface px-gutter py-1.5 text-meta text-ink-2">
        <span>
          {total === undefined ? m.jobs_at_least({ count: page.ids.length }) : m.jobs_found({ count: total })}
        </span>
        {filter.sort.by === 'opened' && (
          <span>{filter.sort.descending ? m.jobs_newest_first() : m.jobs_oldest_first()}</span>
        )}
        {page.isUnsorted && (
          <span className="font-semibold text-waiting">{m.jobs_too_many_to_sort({ most: MOST_SORTED })}</span>
        )}
      </output>
      <JobsTable
        {...table}
        page={page}
        shows={asked}
        sort={filter.sort}
        onSort={(sort) => ask({ sort })}
        scroll={{ top: place.scrollTop, remember, onEnd: page.more && isFull ? grow : undefined }}
        end={
          page.more &&
          !isFull && (
            <div className="flex flex-wrap items-center gap-3 px-gutter py-4">
              <span className="text-ink-2">{m.jobs_looked_at()}</span>
              <Button onClick={grow}>{m.jobs_look_further()}</Button>
            </div>
          )
        }
      />
    </>
  );
}

/** How many there are: from the totals where they say it, else once the last one is here. */
function useTotal(filter: DeskFilter, page: DeskPage | undefined): number | undefined {
  const counts = useStatusCounts(filter.desk);
  if (page !== undefined && !page.more) return page.ids.length;
  if (!isPlain(filter) || counts.status === 'loading') return undefined;
  const { status } = filter;
  if (status !== 'open' && status !== 'all') return counts.value[status];
  return jobStatusSchema.options
    .filter((one) => status === 'all' || !isFinal(one))
    .reduce((sum, one) => sum + counts.value[one], 0);
}
