import { jobStatusSchema } from '@revops/domain';
import { useState } from 'react';
import type { DeskView } from '#src/data/hooks/index.ts';

/** What is asked of the table, and how it is shown. */
export type Arrangement = Omit<DeskView, 'id' | 'name'>;

/** Where somebody was at the desk: it is found again after looking at something else. */
export interface DeskPlace extends Arrangement {
  readonly query: string;
  readonly scrollTop: number;
}

const key = 'revops-jobs-desk';

export const openJobs: Arrangement = {
  filter: {
    status: 'open',
    desk: 'all',
    money: 'any',
    late: false,
    sort: { by: 'opened', descending: true },
  },
  period: 'any',
  layout: 'table',
};

const start: DeskPlace = { ...openJobs, query: '', scrollTop: 0 };

/** What another version of the app has left may lack something. */
function read(): DeskPlace {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<DeskPlace> | null;
    if (stored === null) return start;
    const filter = { ...start.filter, ...stored.filter };
    const isKnown = ['open', 'all', ...jobStatusSchema.options].includes(filter.status);
    return { ...start, ...stored, filter: isKnown ? filter : start.filter };
  } catch {
    return start; // Storage may be blocked; the desk then starts with what is open.
  }
}

function write(place: DeskPlace): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // As above.
  }
}

/** `remember` keeps without drawing anew; `go` changes what is shown, from its top. */
export function useDeskPlace() {
  const [place, setPlace] = useState(read);
  const go = (change: Partial<DeskPlace>) => {
    const next = { ...place, ...change, scrollTop: 0 };
    write(next);
    setPlace(next);
  };
  const ask = (change: Partial<Arrangement['filter']>) => go({ filter: { ...place.filter, ...change } });
  const remember = (scrollTop: number) => write({ ...read(), scrollTop });
  return { place, go, ask, remember };
}

export type DeskGo = ReturnType<typeof useDeskPlace>;
