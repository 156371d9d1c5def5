import type { Dashboard, Figures, PersonFigures } from '@revops/domain';
import type { DeskName } from './desk-names.ts';

const nothing: PersonFigures = { jobs: 0, revenue: 0, received: 0, cashInHand: 0 };

/** Everybody who is there, and whoever left with figures behind them; most revenue first. */
export function peopleOf(
  people: Figures['people'],
  names: ReadonlyMap<string, DeskName>,
): readonly Dashboard['managers'][number][] {
  const present = [...names].filter(([, { active }]) => active).map(([id]) => id);
  return [...new Set([...present, ...people.keys()])]
    .map((id) => ({ id, name: names.get(id)?.name ?? id, ...(people.get(id) ?? nothing) }))
    .toSorted((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1));
}
