import { useEffect, useState } from 'react';
import type * as Later from './later-deliver.ts';

type Part = typeof Later;

// Once here it stays, so that the next car draws at once.
let held: Part | undefined;

/** The forms that deliver, collect and let off; `missing` where it was not fetched yet and there is no signal. */
export function useLaterDeliver(): Part | 'loading' | 'missing' {
  const [part, setPart] = useState<Part | 'missing' | undefined>(held);
  useEffect(() => {
    if (part !== undefined) return undefined;
    let isOver = false;
    import('./later-deliver.ts').then(
      (loaded) => {
        held = loaded;
        if (!isOver) setPart(loaded);
      },
      () => {
        if (!isOver) setPart('missing');
      },
    );
    return () => {
      isOver = true;
    };
  }, [part]);
  return part ?? 'loading';
}
