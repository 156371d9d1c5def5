import { useEffect, useState } from 'react';
import { isNoSignal } from './is-no-signal.ts';
import type * as laterPapers from './later-papers.ts';

type Part = typeof laterPapers;

/** `not_here`: the part of the app that makes papers could not be fetched and is not kept on this phone yet. */
export type PapersPart =
  | { readonly status: 'loading' }
  | { readonly status: 'not_here' }
  | { readonly status: 'here'; readonly part: Part };

/** Loads what papers need once somebody wants one; each further `attempt` asks again. */
export function usePapersPart(attempt: number): PapersPart {
  const [loaded, setLoaded] = useState<{ readonly attempt: number; readonly part: PapersPart }>();
  useEffect(() => {
    let isWanted = true;
    const show = (part: PapersPart): void => {
      if (isWanted) setLoaded({ attempt, part });
    };
    import('./later-papers.ts').then(
      (part) => show({ status: 'here', part }),
      (error: unknown) => {
        if (isNoSignal(error)) show({ status: 'not_here' });
        else
          setLoaded(() => {
            throw error;
          });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  return loaded?.attempt === attempt ? loaded.part : { status: 'loading' };
}
