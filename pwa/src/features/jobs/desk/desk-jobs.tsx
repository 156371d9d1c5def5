import { ListFilter } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMatch, useNavigate, useSearchParams } from 'react-router';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { SearchBar } from '#src/components/ui/search-bar.tsx';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';
import { useJobDesk } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { JobsBoard } from '../board/jobs-board.tsx';
import { MovedJobs } from '../moved-jobs.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnsSheet } from './columns-sheet.tsx';
import { useDeskPlace } from './desk-place.ts';
import { DeskHead } from './desk-head.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FoundTable } from './found-table.tsx';
import { jobColumns, usualColumns } from './job-columns.tsx';
import { ListedTable } from './listed-table.tsx';
import { useDeskFilter } from './use-desk-filter.ts';
import { useDesks } from './use-desks.ts';
import { useRoom } from './use-room.ts';
import { useSelection } from './use-selection.ts';

export interface DeskJobsProps {
  /** The job that is open beside the table. */
  readonly current: string | undefined;
}

// Narrower than this, a job stands beside it on a small screen: filters fold away.
const compactRem = 36;
const wholeRem = 75;

/** The jobs at the desk: views and filters on top, a table or a board below them. */
export function DeskJobs({ current }: DeskJobsProps) {
  const at = useDeskPlace();
  const { place, go } = at;
  const filter = useDeskFilter(place);
  const desks = useDesks();
  const { sort: _sort, ...shown } = place.filter;
  const all = useSelection(JSON.stringify([shown, place.period, place.query, place.layout]));
  // Selected is what can be moved to another desk; where there is none, nothing is selected.
  const selection = desks.open.length > 1 ? all : undefined;
  const { desk, keep } = useJobDesk();
  const [isChoosing, setIsChoosing] = useState(false);
  const [isFiltering, setIsFiltering] = useState(false);
  const [room = wholeRem, measure] = useRoom();
  const isCompact = room < compactRem;
  const search = useSearchField();
  useEscape(current, all.clear);
  const without = desks.all.length === 0 ? ['desk'] : [];
  const chosen = (desk.status === 'ready' ? desk.value.columns : undefined) ?? usualColumns;
  const columns = jobColumns.filter(({ key }) => chosen.includes(key) && !without.includes(key));
  const query = place.query.trim();
  return (
    <div ref={measure} className="narrow flex h-dvh flex-col">
      <DeskHead
        at={at}
        isCompact={isCompact}
        hasPill={current === undefined}
        {...(place.layout === 'table' && { onColumns: () => setIsChoosing(true) })}
      />
      <MovedJobs />
      <div className="flex shrink-0 flex-wrap items-start gap-2 border-b border-rule bg-surface px-gutter py-2">
        <div className="w-72 min-w-48 flex-auto wide:flex-none">
          <SearchBar
            ref={search}
            label={m.jobs_search()}
            placeholder={m.jobs_search_hint()}
            value={place.query}
            onChange={(next) => go({ query: next })}
          />
        </div>
        {isCompact && (
          <IconButton
            icon={ListFilter}
            label={m.jobs_filters()}
            aria-expanded={isFiltering}
            className="border border-edge"
            onClick={() => setIsFiltering(!isFiltering)}
          />
        )}
        {(!isCompact || isFiltering) && <FilterBar at={at} desks={desks} />}
      </div>
      {query !== '' ? (
        <FoundTable {...{ query, columns, current, selection, desks }} />
      ) : place.layout === 'board' ? (
        <JobsBoard {...{ filter, current, selection, desks }} />
      ) : (
        <ListedTable {...{ at, filter, columns, current, selection, desks }} />
      )}
      {selection !== undefined && <BulkBar selection={selection} desks={desks} />}
      <ColumnsSheet
        open={isChoosing}
        onClose={() => setIsChoosing(false)}
        shown={chosen}
        without={without}
        onChange={(next) => void keep({ columns: next })}
      />
    </div>
  );
}

/** `/` goes to the search of this screen, and so does the shortcut "Find a car". */
function useSearchField() {
  const search = useRef<HTMLInputElement>(null);
  const [address] = useSearchParams();
  const isFinding = address.has('search');
  useEffect(() => {
    if (isFinding) search.current?.focus();
  }, [isFinding]);
  useShortcuts({ '/': () => search.current?.focus() });
  return search;
}

/** Escape closes the job that is open, else lets go of what is selected; not while money is being taken. */
function useEscape(current: string | undefined, clear: () => void): void {
  const navigate = useNavigate();
  const isJob = useMatch('/jobs/:id') !== null;
  useShortcuts({
    Escape: () => {
      if (current === undefined) clear();
      else if (isJob) void navigate('/jobs');
    },
  });
}
