import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { m } from '#src/words/compiled/messages.js';

/** Why there is no paper: what makes it has not come to this phone yet. */
export function NotHereYet({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <EmptyState action={<Button onClick={onAgain}>{m.papers_again()}</Button>}>
      {m.papers_not_here()}
    </EmptyState>
  );
}
