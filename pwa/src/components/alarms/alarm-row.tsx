import { bareId } from '@revops/domain';
import { BadgePercent, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { AlarmView } from '#src/data/alarm-view.ts';
import { alarmWord } from '#src/words/alarm-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';

/** Who did it, when and with which phone: the history in one line. */
function historyWords(alarm: AlarmView, now: string, formats: Formats): string {
  const time = alarm.at === '' ? m.alarms_never_heard() : momentWord(alarm.at, now, formats);
  const { personName = '', deviceCode: device } = alarm;
  const name = personName === '' ? m.work_somebody() : personName;
  return device === undefined ? m.alarms_by({ name, time }) : m.alarms_by_device({ name, time, device });
}

function seenWords(alarm: AlarmView, now: string, formats: Formats): string | undefined {
  if (alarm.seen === undefined) return undefined;
  const name =
    alarm.seenByName === undefined || alarm.seenByName === '' ? m.work_somebody() : alarm.seenByName;
  return m.alarms_seen_by({ name, time: momentWord(alarm.seen.at, now, formats) });
}

/** Where the whole history is read: the job's, the phone's, or each discount of the person. */
function pathOf({ kind, jobId, by = '' }: AlarmView): string {
  if (kind === 'discounts')
    return `/payments?kind=discounts&state=confirmed&person=${encodeURIComponent(by)}`;
  return jobId === '' ? '/more/devices' : `/jobs/${bareId(jobId)}`;
}

export interface AlarmRowProps {
  readonly alarm: AlarmView;
  readonly action?: ReactNode;
}

/** One thing to look at: the car, what happened, and the way to the whole history. */
export function AlarmRow({ alarm, action }: AlarmRowProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { plate, plateKind, collectorName, seen } = alarm;
  const Sign = alarm.kind === 'discounts' ? BadgePercent : Smartphone;
  const said = seenWords(alarm, now, formats);
  return (
    <li className="relative grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-rule bg-surface py-2.5 ps-gutter pe-2 has-[a:active]:bg-sunken rail:grid-cols-[8.5rem_minmax(0,1fr)_auto] desk:hover:bg-sunken">
      {seen === undefined && (
        <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 bg-refused" />
      )}
      {plate === undefined ? (
        <Sign aria-hidden="true" className="size-6 text-ink-2" />
      ) : (
        <Plate plate={plate} kind={plateKind} />
      )}
      <div className="flex min-w-0 flex-col gap-0.5 max-rail:col-span-2 max-rail:row-start-2">
        <Link
          to={pathOf(alarm)}
          className="font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-focus"
        >
          {alarmWord(alarm, formats)}
        </Link>
        <p className="text-meta text-ink-2">{historyWords(alarm, now, formats)}</p>
        {collectorName !== undefined && collectorName !== '' && collectorName !== alarm.personName && (
          <p className="text-meta text-ink-2">{m.alarms_taken_by({ name: collectorName })}</p>
        )}
        {said !== undefined && <p className="text-meta text-received">{said}</p>}
        {seen?.note !== undefined && <p className="text-meta text-ink-2">{seen.note}</p>}
      </div>
      <div className="relative">{action}</div>
    </li>
  );
}
