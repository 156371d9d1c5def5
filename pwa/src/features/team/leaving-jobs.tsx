import { useState } from 'react';
import { DeskChoice } from '#src/components/people/desk-choice.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { useActs } from '#src/data/acts.ts';
import { useJobs, usePeople } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';

/** More than one desk ever has in hand. */
const allOfADesk = 5000;
const someOfThem = 8;

/** The open jobs at a desk, and all of them moved to another in one step. */
export function LeavingJobs({ person }: { readonly person: PersonView }) {
  const acts = useActs();
  const people = usePeople();
  const jobs = useJobs({ status: 'open', desk: person.id, limit: allOfADesk });
  const [chosen, setChosen] = useState<PersonView | undefined>();
  const [isMoving, setIsMoving] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  if (jobs.status === 'loading' || people.status === 'loading') return null;
  const items = jobs.value.items.filter(({ desk }) => desk === person.id);
  if (items.length === 0)
    return (
      <p className="border-y border-rule bg-surface px-gutter py-4 font-semibold text-received">
        {m.team_leave_no_jobs()}
      </p>
    );
  const desks = people.value.filter(
    ({ id, active, role }) => active && id !== person.id && (role === 'owner' || role === 'manager'),
  );

  async function move(to: PersonView): Promise<void> {
    setIsMoving(true);
    setProblem(undefined);
    try {
      for (const { id } of items) {
        const moved = await acts.reassignJob(id, to.id);
        if (!moved.ok) setProblem(problemWord(moved.reason));
      }
    } catch (error) {
      setProblem(notSavedWords(error));
    } finally {
      setIsMoving(false);
    }
  }

  return (
    <div className="flex flex-col gap-4 border-y border-rule bg-surface px-gutter py-4">
      <p className="font-semibold">{m.team_leave_open_jobs({ count: items.length })}</p>
      <ul className="flex flex-wrap gap-2">
        {items.slice(0, someOfThem).map(({ id, plate, plateKind }) => (
          <li key={id}>
            <Plate plate={plate} kind={plateKind} />
          </li>
        ))}
        {items.length > someOfThem && (
          <li className="self-center text-ink-2">
            {m.team_leave_more_jobs({ count: items.length - someOfThem })}
          </li>
        )}
      </ul>
      <DeskChoice desks={desks} chosen={chosen} onChoose={setChosen} />
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem}
        </p>
      )}
      <Button
        disabled={chosen === undefined || isMoving}
        onClick={() => chosen !== undefined && void move(chosen)}
      >
        {chosen === undefined
          ? m.team_leave_move_plain()
          : m.team_leave_move({ count: items.length, name: chosen.name })}
      </Button>
    </div>
  );
}
