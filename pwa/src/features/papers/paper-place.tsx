import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { m } from '#src/words/compiled/messages.js';
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
      return <output className="block py-8 text-center text-ink-2">{m.papers_making()}</output>;
    case 'not_here':
      return (
        <EmptyState action={<Button onClick={onAgain}>{m.papers_again()}</Button>}>
          {m.papers_not_here()}
        </EmptyState>
      );
    case 'ready':
      return <PaperPreview made={state.made} />;
  }
}
