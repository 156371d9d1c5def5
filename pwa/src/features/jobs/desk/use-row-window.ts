import { useMemo } from 'react';
import { useJobViews } from '#src/data/hooks/index.ts';
import type { DeskPage } from '#src/data/queries/jobs-desk.ts';
import type { JobView } from '#src/data/views.ts';

/** Windows begin at its multiples, so that scrolling by a row asks nothing. */
const block = 40;

/** The jobs of the rows in sight; those that the page itself brought are not read again. */
export function useRowWindow(page: DeskPage, first: number, last: number): ReadonlyMap<string, JobView> {
  const from = Math.floor(Math.max(0, first) / block) * block;
  const to = Math.ceil((last + 1) / block) * block;
  const ids = page.ids.slice(Math.max(from, page.head.length), Math.max(to, page.head.length));
  const window = useJobViews(ids);
  return useMemo(() => {
    const there = window.status === 'ready' ? window.value : [];
    return new Map([...there, ...page.head].map((job) => [job.id, job]));
  }, [window, page.head]);
}
