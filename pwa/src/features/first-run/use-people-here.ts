import { useEffect, useState } from 'react';
import { knownPeople, type KnownPerson } from '#src/data/account/phone-book.ts';

export interface PersonHere extends KnownPerson {
  /** Acts of theirs that have not left this phone; absent while it is looked. */
  readonly waiting?: number;
}

const everyMs = 5000;

async function withWaiting(known: readonly KnownPerson[]): Promise<PersonHere[]> {
  if (known.length === 0) return [];
  // The first visit loads nothing of it.
  const { waitingWorkOf } = await import('#src/data/account/waiting-work.ts');
  return Promise.all(known.map(async (person) => ({ ...person, waiting: await waitingWorkOf(person) })));
}

/** Everybody whose work is on this phone; undefined for the moment in which the phone is asked. */
export function usePeopleHere(): readonly PersonHere[] | undefined {
  const [people, setPeople] = useState<readonly PersonHere[] | undefined>();
  useEffect(() => {
    let isWanted = true;
    const show = (next: readonly PersonHere[]): void => {
      if (isWanted) setPeople(next);
    };
    const look = async (): Promise<void> => show(await withWaiting(await knownPeople()));
    // Storage that cannot be read has a screen of its own; here it only means that nobody is known.
    void knownPeople().then(show, () => show([]));
    void look();
    // What waits leaves meanwhile, also with nobody signed in.
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, []);
  return people;
}
