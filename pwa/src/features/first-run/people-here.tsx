import { UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { knownPeople, type KnownPerson } from '#src/data/account/phone-book.ts';
import { m } from '#src/words/compiled/messages.js';
import { Choice } from './choice.tsx';

interface PersonHere extends KnownPerson {
  readonly waiting: number;
}

const everyMs = 5000;

async function peopleHere(): Promise<PersonHere[]> {
  const known = await knownPeople();
  if (known.length === 0) return [];
  // The first visit loads nothing of it.
  const { waitingWorkOf } = await import('#src/data/account/waiting-work.ts');
  return Promise.all(known.map(async (person) => ({ ...person, waiting: await waitingWorkOf(person) })));
}

const textOf = ({ workshopName, waiting }: PersonHere): string =>
  waiting === 0 ? workshopName : m.firstrun_person_waiting({ workshop: workshopName, count: waiting });

/** People whose work is on this phone: they sign in again and find it, and nobody takes unsent work for sent. */
export function PeopleHere() {
  const [people, setPeople] = useState<readonly PersonHere[]>([]);
  useEffect(() => {
    let isWanted = true;
    const look = (): void => void peopleHere().then((known) => isWanted && setPeople(known));
    look();
    // What waits leaves meanwhile, also with nobody signed in.
    const timer = setInterval(look, everyMs);
    return () => {
      isWanted = false;
      clearInterval(timer);
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
            text={textOf(person)}
          />
        ))}
      </ul>
    </section>
  );
}
