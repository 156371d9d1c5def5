import { usePeople } from './use-workshop.ts';
import { useSession } from './use-session.ts';

/** Whose desk a job is at, for an owner's lists; nothing for one's own, which is what a list is about otherwise. */
export function useOtherDesk(desk: string): string | undefined {
  const { role, userId } = useSession();
  const people = usePeople();
  if (role !== 'owner' || desk === userId || people.status === 'loading') return undefined;
  return people.value.find(({ id }) => id === desk)?.name;
}
