import { useState } from 'react';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { usePeople } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { PersonRow } from './person-row.tsx';
import { PersonSheet } from './person-sheet.tsx';

/** Everybody with a key to the workshop; who left stays listed while cash or work of theirs is open. */
export function People() {
  const people = usePeople();
  const [open, setOpen] = useState<string | undefined>();
  if (people.status === 'loading') return null;
  const here = people.value.filter((person) => person.active);
  const left = people.value.filter((person) => !person.active);
  const shown = people.value.find((person) => person.id === open);
  return (
    <>
      <SectionHeading {...(here.length > 0 && { count: here.length, aside: m.team_cash() })}>
        {m.team_people()}
      </SectionHeading>
      {here.length === 0 ? (
        <EmptyState>{m.team_people_coming()}</EmptyState>
      ) : (
        <PeopleList people={here} onOpen={setOpen} />
      )}
      {left.length > 0 && (
        <>
          <SectionHeading count={left.length}>{m.team_left()}</SectionHeading>
          <PeopleList people={left} onOpen={setOpen} />
        </>
      )}
      <PersonSheet person={shown} onClose={() => setOpen(undefined)} />
    </>
  );
}

interface PeopleListProps {
  readonly people: readonly PersonView[];
  readonly onOpen: (id: string) => void;
}

function PeopleList({ people, onOpen }: PeopleListProps) {
  return (
    <ul className="border-t border-rule">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} onOpen={() => onOpen(person.id)} />
      ))}
    </ul>
  );
}
