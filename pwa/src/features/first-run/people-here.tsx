import { UserRound } from 'lucide-react';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { m } from '#src/words/compiled/messages.js';
import { Choice } from './choice.tsx';
import type { PersonHere } from './use-people-here.ts';

const textOf = ({ workshopName, waiting = 0 }: PersonHere): string =>
  waiting === 0 ? workshopName : m.firstrun_person_waiting({ workshop: workshopName, count: waiting });

/** People whose work is on this phone: they sign in again and find it, and nobody takes unsent work for sent. */
export function PeopleHere({ people }: { readonly people: readonly PersonHere[] }) {
  return (
    <section>
      <SectionHeading>{m.firstrun_people()}</SectionHeading>
      <ul className="border-t border-rule">
        {people.map((person) => (
          <Choice
            key={person.key}
            isMain={people.length === 1}
            icon={UserRound}
            to={`/sign-in?email=${encodeURIComponent(person.email)}`}
            title={person.name}
            text={textOf(person)}
          />
        ))}
      </ul>
    </section>
  );
}
