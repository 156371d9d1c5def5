import { useEffect, useState } from 'react';
import { correctedNow } from '#src/data/clock.ts';
import { isNoSignal } from './is-no-signal.ts';
import { makePaper, type MadePaper } from './make-paper.ts';
import type { PaperRequest } from './paper-request.ts';

/** `not_here`: the fonts could not be fetched and are not kept on this phone yet. */
export type PaperState =
  | { readonly status: 'making' }
  | { readonly status: 'not_here' }
  | { readonly status: 'ready'; readonly made: MadePaper; readonly of: PaperRequest };

/**
 * The paper as it is now, made as soon as it is chosen: browsers share a file only in the very moment of the tap, so it
 * has to be there by then.
 */
export function usePaper(request: PaperRequest): PaperState {
  const [state, setState] = useState<PaperState>({ status: 'making' });
  useEffect(() => {
    let isWanted = true;
    const show = (next: PaperState): void => {
      if (isWanted) setState(next);
    };
    makePaper(request, correctedNow()).then(
      (made) => show({ status: 'ready', made, of: request }),
      (error: unknown) => {
        if (isNoSignal(error)) show({ status: 'not_here' });
        else
          setState(() => {
            throw error;
          });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [request]);
  // A file of another choice must never be shared under the new one's name.
  const isOld = state.status === 'ready' && !isSamePaper(state.of, request);
  return isOld ? { status: 'making' } : state;
}

const isSamePaper = (a: PaperRequest, b: PaperRequest): boolean => a.choice === b.choice && a.size === b.size;
