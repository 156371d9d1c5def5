import { useEffect } from 'react';
import { knownPeople, personKey, type KnownPerson } from '#src/data/account/phone-book.ts';
import { useCurrentDevice } from '#src/data/hooks/use-live.ts';

/** Seldom enough to cost nothing on a phone that one person alone uses. */
const everyMs = 30_000;
/** Each is a worker with a database of its own. */
const maxAtOnce = 2;

/** Runs the engines of people who are not in front of the screen as long as work of theirs waits here. */
class EnginesOfOthers {
  readonly #current: string | undefined;
  readonly #running = new Map<string, () => void>();
  #isOver = false;

  constructor(current: string | undefined) {
    this.#current = current;
  }

  readonly look = async (): Promise<void> => {
    if (!navigator.onLine) return;
    const people = (await knownPeople()).filter(({ key }) => key !== this.#current);
    if (people.length === 0) return;
    // The first visit loads nothing of it.
    const { waitingWorkOf } = await import('#src/data/account/waiting-work.ts');
    for (const person of people) {
      if (this.#isOver) return;
      const waits = (await waitingWorkOf(person)) > 0;
      if (!waits) this.#stop(person.key);
      else if (!this.#running.has(person.key) && this.#running.size < maxAtOnce) await this.#start(person);
    }
  };

  end(): void {
    this.#isOver = true;
    for (const key of this.#running.keys()) this.#stop(key);
  }

  async #start({ key, workshopId, userId }: KnownPerson): Promise<void> {
    const { startEngine } = await import('#src/engine/start-engine.ts');
    if (!this.#isOver && !this.#running.has(key)) this.#running.set(key, startEngine({ workshopId, userId }));
  }

  #stop(key: string): void {
    this.#running.get(key)?.();
    this.#running.delete(key);
  }
}

/** Work of one person leaves while another uses the phone, as long as its own session is good. */
export function useEnginesOfOthers(): void {
  const session = useCurrentDevice()?.session;
  const isDemo = session?.demo === true;
  const current = session === undefined ? undefined : personKey(session.workshopId, session.userId);
  useEffect(() => {
    if (isDemo) return undefined;
    const engines = new EnginesOfOthers(current);
    const look = (): void => void engines.look();
    look();
    const timer = setInterval(look, everyMs);
    addEventListener('online', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
      engines.end();
    };
  }, [current, isDemo]);
}
