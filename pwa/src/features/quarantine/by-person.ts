import { money, type Money } from '@revops/domain';
import type { RefusedEntry } from './use-refused-entries.ts';

/** Everything of one person, what is about one car side by side. */
export interface EntriesOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly phone?: string;
  readonly entries: readonly RefusedEntry[];
  readonly amount: Money;
}

/** In the order in which each of them was seen first. */
function sideBySide(entries: readonly RefusedEntry[]): RefusedEntry[] {
  const keyOf = ({ carKey, item }: RefusedEntry): string => carKey ?? item.id;
  const cars = new Map<string, RefusedEntry[]>();
  for (const entry of entries) cars.set(keyOf(entry), [...(cars.get(keyOf(entry)) ?? []), entry]);
  return [...cars.values()].flat();
}

/** One group per person, the newest refusal first: an owner rings a person once, not an entry. */
export function byPerson(entries: readonly RefusedEntry[]): EntriesOfPerson[] {
  const people = new Map<string, RefusedEntry[]>();
  for (const entry of entries) {
    const { personId } = entry.item;
    people.set(personId, [...(people.get(personId) ?? []), entry]);
  }
  return [...people].map(([personId, own]) => {
    const phone = own.find((entry) => entry.phone !== undefined)?.phone;
    const sum = own.reduce((total, { amount }) => total + amount, 0);
    return {
      personId,
      name: own[0]?.personName ?? '',
      ...(phone !== undefined && { phone }),
      entries: sideBySide(own),
      amount: money(Number.isSafeInteger(sum) ? sum : 0),
    };
  });
}
