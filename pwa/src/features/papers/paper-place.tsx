import { Making } from './making.tsx';
import { NotHereYet } from './not-here-yet.tsx';
import { PaperPreview } from './paper-preview.tsx';
import type { PaperState } from './use-paper.ts';

export interface PaperPlaceProps {
  readonly state: PaperState;
  readonly onAgain: () => void;
}

/** Where the paper is, or why it is not there yet. */
export function PaperPlace({ state, onAgain }: PaperPlaceProps) {
  switch (state.status) {
    case 'making':
      return <Making />;
    case 'not_here':
      return <NotHereYet onAgain={onAgain} />;
    case 'ready':
      return <PaperPreview made={state.made} />;
  }
}
