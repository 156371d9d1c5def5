import { useEffect, useState } from 'react';
import type * as Later from './later-desk.ts';

type Desk = typeof Later;

export type LaterDesk =
  | { readonly status: 'loading' }
  | { readonly status: 'here'; readonly DeskJobs: Desk['DeskJobs'] }
  | { readonly status: 'missing'; readonly again: () => void };

// Once here it stays, so that coming back draws at once.
let held: Desk | undefined;

/** The table and the board, which phones do not load; without signal they may not be here yet. */
export function useLaterDesk(): LaterDesk {
  const [desk, setDesk] = useState(held);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    if (desk !== undefined || isMissing) return undefined;
    let isOver = false;
    import('./later-desk.ts').then(
      (loaded) => {
        held = loaded;
        if (!isOver) setDesk(loaded);
      },
      () => {
        if (!isOver) setIsMissing(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [desk, isMissing]);
  useEffect(() => {
    if (!isMissing) return undefined;
    const again = () => setIsMissing(false);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isMissing]);
  if (desk !== undefined) return { status: 'here', DeskJobs: desk.DeskJobs };
  return isMissing ? { status: 'missing', again: () => setIsMissing(false) } : { status: 'loading' };
}
