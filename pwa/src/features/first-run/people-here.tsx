import { UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { knownPeople, type KnownPerson } from '#src/data/account/phone-book.ts';
import { m } from '#src/words/compiled/messages.js';
import { Choice } from './choice.tsx';

/** People whose work is on this phone: they sign in again and find it. */
export function PeopleHere() {
  const [people, setPeople] = useState<readonly KnownPerson[]>([]);
  useEffect(() => {
    let isWanted = true;
    void knownPeople().then((known) => isWanted && setPeople(known));
    return () => {
      isWanted = false;
    };
  }, []);
  if (people.length === 0) return null;
  return (
    <section>
      <SectionHeading>{m.firstrun_people()}</SectionHeading>
      <ul className="border-t border-rule">
        {people.map((person) => (
          <Choice
            key={person.key}
            icon={UserRound}
            to={`/sign-in?email=${encodeURIComponent(person.email)}`}
            title={person.name}
            text={person.workshopName}
          />
        ))}
      </ul>
    </section>
  );
}
