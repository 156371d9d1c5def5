import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

/** Stands where a part of the app belongs that was never fetched and cannot be now. */
export function LaterMissing({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <Banner action={<Button onClick={onAgain}>{m.figures_again()}</Button>}>{m.figures_missing()}</Banner>
  );
}
