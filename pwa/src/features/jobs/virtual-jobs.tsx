import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { JobView } from '#src/data/views.ts';
import { ListRow } from './list-row.tsx';

export interface VirtualJobsProps {
  readonly label: string;
  readonly jobs: readonly JobView[];
  readonly scrollTop: number;
  readonly onScroll: (scrollTop: number) => void;
  /** More can be read: called when the end comes near. */
  readonly onEnd?: () => void;
}

// A row of one line; rows with long names are measured.
const rowHeight = 77;
// Rows before the end at which the next page is asked for.
const nearEnd = 30;

/** Draws only the rows in sight, so that 50,000 jobs scroll like fifty. */
export function VirtualJobs({ label, jobs, scrollTop, onScroll, onEnd }: VirtualJobsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its answers stay in this component, nothing memoised gets them
  const rows = useVirtualizer({
    count: jobs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => jobs[at]?.id ?? at,
    initialOffset: scrollTop,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  useNextPage(items.at(-1)?.index ?? 0, jobs.length, onEnd);
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto"
      onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
    >
      <ul aria-label={label} className="relative w-full" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const job = jobs[item.index];
          if (job === undefined) return null;
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              aria-setsize={onEnd === undefined ? jobs.length : -1}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ListRow job={job} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function useNextPage(lastInSight: number, count: number, onEnd: (() => void) | undefined): void {
  const ask = useEffectEvent(() => onEnd?.());
  const isNear = lastInSight >= count - nearEnd;
  useEffect(() => {
    if (isNear && count > 0) ask();
  }, [isNear, count]);
}
