import { useFormats } from '#src/components/ui/formats.ts';
import { useSession, useToday } from '#src/data/hooks/index.ts';
import type { DeskFilter } from '#src/data/queries/desk-filter.ts';
import type { Arrangement } from './desk-place.ts';
import { instantsOf } from './period.ts';

/** What is asked of the database: a manager's jobs are those of the own desk, and a period is instants. */
export function useDeskFilter({ filter, period }: Arrangement): DeskFilter {
  const { role, userId } = useSession();
  const { timeZone } = useFormats();
  const today = useToday();
  const desk = role === 'owner' ? filter.desk : userId;
  return { ...filter, desk, ...instantsOf(period, today, timeZone) };
}
