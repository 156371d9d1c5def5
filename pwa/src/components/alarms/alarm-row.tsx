import { bareId } from '@revops/domain';
import { Smartphone } from 'lucide-react';
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

export interface AlarmRowProps {
  readonly alarm: AlarmView;
  readonly action?: ReactNode;
}

/** One thing to look at: the car, what happened, and the way to the whole history. */
export function AlarmRow({ alarm, action }: AlarmRowProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { plate, plateKind, jobId, collectorName, seen } = alarm;
  const said = seenWords(alarm, now, formats);
  return (
    <li className="relative border-b border-rule bg-surface">
      {seen === undefined && (
        <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 bg-refused" />
      )}
      <div className="flex flex-wrap items-center justify-end gap-x-3 pe-2">
        <Link
          to={jobId === '' ? '/more/devices' : `/jobs/${bareId(jobId)}`}
          className="fade grid min-h-16 min-w-0 flex-1 basis-72 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 px-gutter py-2.5 -outline-offset-3 active:bg-sunken desk:grid-cols-[10rem_minmax(0,1fr)] desk:hover:bg-sunken"
        >
          {plate === undefined ? (
            <Smartphone aria-hidden="true" className="size-6 text-ink-2" />
          ) : (
            <Plate plate={plate} kind={plateKind} />
          )}
          <span className="flex min-w-0 flex-col gap-0.5">
            <span className="font-semibold">{alarmWord(alarm, formats)}</span>
            <span className="text-meta text-ink-2">{historyWords(alarm, now, formats)}</span>
            {collectorName !== undefined && collectorName !== '' && collectorName !== alarm.personName && (
              <span className="text-meta text-ink-2">{m.alarms_taken_by({ name: collectorName })}</span>
            )}
            {said !== undefined && <span className="text-meta text-received">{said}</span>}
            {seen?.note !== undefined && <span className="text-meta text-ink-2">{seen.note}</span>}
          </span>
        </Link>
        {action}
      </div>
    </li>
  );
}
