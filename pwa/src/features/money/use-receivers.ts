import { usePeople, useSession } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';

/** Who may take this person's cash: every other owner. Undefined until the phone knows. */
export function useReceivers(): readonly PersonView[] | undefined {
  const { userId } = useSession();
  const people = usePeople();
  if (people.status === 'loading') return undefined;
  return people.value.filter(({ id, role, active }) => active && role === 'owner' && id !== userId);
}
