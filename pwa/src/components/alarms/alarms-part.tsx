import { LaterMissing } from '#src/components/later/not-here-yet.tsx';
import { useLater } from '#src/components/later/use-later.ts';

const load = () => import('./later-alarms.ts');

/** What owners should look at: the newest for the day book, or all of it. */
export function AlarmsPart({ all = false }: { readonly all?: boolean }) {
  const later = useLater(load);
  if (later.status === 'here') return all ? <later.part.AlarmsPanel /> : <later.part.AlarmsSection />;
  return later.status === 'missing' && all ? <LaterMissing onAgain={later.again} /> : null;
}
