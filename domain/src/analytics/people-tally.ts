import type { PersonFigures } from './figures.ts';

const nothing: PersonFigures = { jobs: 0, revenue: 0, received: 0, cashInHand: 0 };

/** Adds up by person. Who comes to nothing in everything is left out. */
export class PeopleTally {
  readonly #people = new Map<string, PersonFigures>();

  add(person: string, figure: keyof PersonFigures, amount: number): void {
    const held = this.#people.get(person) ?? nothing;
    this.#people.set(person, { ...held, [figure]: held[figure] + amount });
  }

  result(): ReadonlyMap<string, PersonFigures> {
    const isSome = (figures: PersonFigures): boolean => Object.values(figures).some((value) => value !== 0);
    return new Map([...this.#people].filter(([, figures]) => isSome(figures)));
  }
}
