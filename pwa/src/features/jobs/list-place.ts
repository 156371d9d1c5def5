import type { JobStatusValue } from '@revops/domain';
import { useState } from 'react';

export type StatusFilter = JobStatusValue | 'open' | 'all';

/** Where somebody was in the list: it is found again after looking at a job. */
export interface ListPlace {
  readonly status: StatusFilter;
  readonly desk: 'mine' | 'all';
  readonly query: string;
  readonly limit: number;
  readonly scrollTop: number;
}

// As many as a fast thumb passes before the next page is there.
export const pageSize = 100;

const key = 'revops-jobs-place';
const start: ListPlace = { status: 'open', desk: 'all', query: '', limit: pageSize, scrollTop: 0 };

function read(): ListPlace {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof stored === 'object' && stored !== null ? { ...start, ...stored } : start;
  } catch {
    return start; // Storage may be blocked; the list then starts at its top.
  }
}

function write(place: ListPlace): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // As above.
  }
}

/** The place in the list. `remember` keeps without drawing anew; `go` changes what is listed, from its top. */
export function useListPlace() {
  const [place, setPlace] = useState(read);
  const go = (change: Partial<ListPlace>) => {
    const next = { ...place, limit: pageSize, ...change, scrollTop: 0 };
    write(next);
    setPlace(next);
  };
  const remember = (scrollTop: number) => write({ ...read(), scrollTop });
  const grow = () => {
    const next = { ...read(), limit: place.limit + pageSize };
    write(next);
    setPlace(next);
  };
  return { place, go, grow, remember };
}
