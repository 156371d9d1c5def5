import { ArrowRightLeft } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';

/** A job that is no longer this person's, while entries of it have not left the phone yet. */
export function MovedMark({ count }: { readonly count: number }) {
  return (
    <span className="inline-flex items-start gap-1.5 text-meta font-semibold text-waiting">
      <ArrowRightLeft aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {m.ui_mark_moved({ count })}
    </span>
  );
}
