import { useId } from 'react';
import { useSession } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { youWord } from './you-word.ts';

export interface DeskChoiceProps {
  readonly desks: readonly PersonView[];
  readonly chosen: PersonView | undefined;
  readonly onChoose: (person: PersonView) => void;
}

/** Whose desk something goes to. */
export function DeskChoice({ desks, chosen, onChoose }: DeskChoiceProps) {
  const { userId } = useSession();
  const name = useId();
  return (
    <fieldset className="-mx-4 min-w-0">
      <legend className="float-start w-full px-4 pb-2 text-meta font-bold text-ink-2">
        {m.job_desk_to()}
      </legend>
      <div className="clear-both border-t border-rule">
        {desks.map((person) => (
          <label
            key={person.id}
            className="fade flex min-h-14 items-center gap-3 border-b border-rule px-4 py-2 active:bg-sunken has-checked:bg-carbon-soft has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus desk:hover:bg-sunken desk:has-checked:hover:bg-carbon-soft"
          >
            <input
              type="radio"
              name={name}
              value={person.id}
              checked={chosen?.id === person.id}
              onChange={() => onChoose(person)}
              className="size-5 shrink-0 accent-carbon outline-none"
            />
            <span className="min-w-0 font-semibold">{youWord(person, userId)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
