import { usePeople } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** What people of the workshop are called. */
export function usePersonWord(): (id: string) => string {
  const people = usePeople();
  const names = new Map(people.status === 'ready' ? people.value.map(({ id, name }) => [id, name]) : []);
  return (id) => names.get(id) ?? m.work_somebody();
}
