import { usePeople, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

export interface NoCarProps {
  readonly desk: string;
  /** The desk has jobs, all of them finished. */
  readonly hasJobs: boolean;
}

/** Why a list of open jobs is empty. One of several people only knows of the own desk: cars come and go at others. */
export function NoCar({ desk, hasJobs }: NoCarProps) {
  const { role } = useSession();
  const people = usePeople();
  const isAlone = role === 'owner' && people.status === 'ready' && people.value.length < 2;
  if (desk === 'all' || isAlone) return hasJobs ? m.work_no_open() : m.work_no_car();
  return hasJobs ? m.work_no_open_desk() : m.work_no_car_desk();
}
