import { usePeople, useSession } from '#src/data/hooks/index.ts';

/** Whether somebody else is in the workshop; undefined until the phone knows. */
export function useHasCompany(): boolean | undefined {
  const { userId } = useSession();
  const people = usePeople();
  if (people.status === 'loading') return undefined;
  return people.value.some((person) => person.active && person.id !== userId);
}
