import type { AlarmView } from '../alarm-view.ts';
import { alarms, type AlarmsFilter } from '../queries/alarms.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';
import { useWorkshop } from './use-workshop.ts';

/** What owners should look into, or have looked at. */
export function useAlarms(filter: AlarmsFilter): Live<AlarmView[]> {
  const workshop = useWorkshop();
  const limit = workshop.status === 'ready' ? workshop.value.waiverLimit : 0;
  return useLive({
    key: `alarms ${filter.seen ? 'seen' : 'open'} ${filter.kind ?? 'all'} ${limit}`,
    topics: ['job', 'payment', 'review', 'member', 'device', 'minute'],
    read:
      ({ session }) =>
      (tx, now) =>
        alarms(tx, filter, session, now, limit),
    keepsLast: true,
  });
}
