import { lettersAndDigits } from '@revops/domain';
import { Plus } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface NotHereProps {
  readonly query: string;
  readonly isComplete: boolean;
}

/** Nothing was found; a new job begins with what was typed. */
export function NotHere({ query, isComplete }: NotHereProps) {
  const typed = lettersAndDigits(query);
  const isEnding = /^\d{1,4}$/.test(typed);
  // Four digits end a plate; letters and digits together begin one; a name is neither.
  const prefill = isEnding
    ? `?ending=${typed}`
    : /\d/.test(typed) && typed.length <= 10
      ? `?plate=${typed}`
      : '';
  return (
    <EmptyState
      action={
        <ButtonLink to={`/jobs/new${prefill}`} icon={Plus}>
          {m.jobs_new()}
        </ButtonLink>
      }
    >
      {isEnding ? m.jobs_not_found({ ending: typed }) : m.jobs_not_found_text({ query })}
      {!isComplete && ` ${m.jobs_not_all_here()}`}
    </EmptyState>
  );
}
