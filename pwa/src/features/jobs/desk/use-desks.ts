import { usePeople, useSession } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';

export interface Desks {
  /** Everybody who has, or had, a desk: a removed person may still have jobs. Empty for who sees only one's own. */
  readonly all: readonly PersonView[];
  /** Who can be given a job. */
  readonly open: readonly PersonView[];
}

/** The desks that this person sees. */
export function useDesks(): Desks {
  const { role } = useSession();
  const people = usePeople();
  if (role !== 'owner' || people.status === 'loading') return { all: [], open: [] };
  const all = people.value.filter((person) => person.role === 'owner' || person.role === 'manager');
  if (all.length < 2) return { all: [], open: [] };
  return { all, open: all.filter(({ active }) => active) };
}
