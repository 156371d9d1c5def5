import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { SearchBar } from '#src/components/ui/search-bar.tsx';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';
import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { FoundJobs } from './found-jobs.tsx';
import { ListedJobs } from './listed-jobs.tsx';
import { useListPlace } from './list-place.ts';
import { MovedJobs } from './moved-jobs.tsx';
import { StatusChips } from './status-chips.tsx';

/** Search, filters and the list itself, which scrolls by itself so that they stay in reach. */
export function JobsPane() {
  const session = useSession();
  const { place, go, grow, remember } = useListPlace();
  const search = useRef<HTMLInputElement>(null);
  const [address] = useSearchParams();
  // The phone's shortcut "Find a car" opens the list with its number pad.
  const isFinding = address.has('search');
  useEffect(() => {
    if (isFinding) search.current?.focus();
  }, [isFinding]);
  useShortcuts({ '/': () => search.current?.focus() });
  const desk = session.role === 'owner' && place.desk === 'all' ? 'all' : session.userId;
  const query = place.query.trim();
  return (
    <div className="flex h-[calc(100dvh-4.5rem-env(safe-area-inset-bottom))] flex-col rail:h-dvh">
      <TopBar title={m.jobs_title()} />
      <div className="border-b border-rule bg-surface px-gutter py-2">
        <SearchBar
          ref={search}
          label={m.jobs_search()}
          placeholder={m.jobs_search_hint()}
          value={place.query}
          onChange={(next) => go({ query: next })}
        />
      </div>
      {query === '' ? (
        <>
          <MovedJobs />
          <StatusChips place={place} desk={desk} onChange={go} />
          <ListedJobs {...{ place, desk, grow, remember, go }} />
        </>
      ) : (
        <FoundJobs {...{ query, remember }} scrollTop={place.scrollTop} />
      )}
    </div>
  );
}
