import { zeroMoney } from '@revops/domain';
import type { AlarmView } from '../alarm-view.ts';
import { alarms, type AlarmsFilter } from '../queries/alarms.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';
import { useWorkshop } from './use-workshop.ts';

const unknownYet = { waiverLimit: zeroMoney, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };

/** What owners should look into, or have looked at. */
export function useAlarms(filter: AlarmsFilter): Live<AlarmView[]> {
  const workshop = useWorkshop();
  const { waiverLimit, timeZone } = workshop.status === 'ready' ? workshop.value : unknownYet;
  return useLive({
    key: `alarms ${filter.seen ? 'seen' : 'open'} ${filter.kind ?? 'all'} ${waiverLimit} ${timeZone}`,
    topics: ['job', 'payment', 'waiver', 'waiverDecision', 'review', 'member', 'device', 'minute'],
    read:
      ({ session }) =>
      (tx, now) =>
        alarms(tx, filter, session, now, { waiverLimit, timeZone }),
    keepsLast: true,
  });
}
