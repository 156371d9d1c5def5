import type { Person } from './cast.ts';
import { judge } from './judge.ts';
import type { Asked, RawClient, Told } from './raw-request.ts';
import type { Moment } from './secrets.ts';
import type { World } from './world.ts';

interface Listening {
  readonly person: Person;
  readonly asked: Asked;
  readonly told: Promise<Told | undefined>;
}

/** Connections that wait while something happens. */
export class Listeners {
  readonly #listening: Listening[];
  readonly #world: World;

  constructor(world: World, client: RawClient) {
    this.#world = world;
    this.#listening = world.cast.people.flatMap((person) =>
      ['longpoll', 'continuous'].map((feed) => {
        const since = world.replicas.get(person.name)?.since ?? '0';
        const query = `feed=${feed}&include_docs=true&style=all_docs&since=${encodeURIComponent(since)}`;
        const asked = { method: 'GET', path: `/sync/${world.workshopId}/_changes?${query}` };
        // A feed whose reader lost its rights may end in the middle of an answer.
        const told = client.ask(asked, person.phone.session.accessToken).catch(() => undefined);
        return { person, asked, told };
      }),
    );
  }

  /** Until the last of them was answered. */
  async heard(): Promise<void> {
    await Promise.all(this.#listening.map(({ told }) => told));
  }

  /** What they were told is judged by the rights from before to after. */
  async judged(moments: readonly Moment[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { person, asked, told } of this.#listening) {
      const answer = await told;
      if (answer) found.push(...judge(this.#world, person, moments, asked, answer));
    }
    return found;
  }
}
