import { alarmKindSchema } from '@revops/domain';
import { useSearchParams } from 'react-router';
import { Chip } from '#src/components/ui/chip.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useAlarms } from '#src/data/hooks/use-alarms.ts';
import { alarmKindWord } from '#src/words/alarm-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { AlarmList } from './alarm-list.tsx';

/** All alarms, by kind; those that were looked at apart. */
export function AlarmsPanel() {
  const [search, setSearch] = useSearchParams();
  const isSeen = search.has('seen');
  const kind = alarmKindSchema.safeParse(search.get('kind')).data;
  const open = useAlarms({ seen: false });
  const found = useAlarms({ seen: isSeen, ...(kind !== undefined && { kind }) });
  const show = (next: Record<string, string>): void => setSearch(next, { replace: true });
  const counts = open.status === 'ready' ? open.value : [];
  const kinds = alarmKindSchema.options.filter(
    (one) => one === kind || counts.some((alarm) => alarm.kind === one),
  );
  return (
    <>
      <fieldset className="flex flex-wrap gap-2 px-gutter py-3">
        <legend className="sr-only">{m.alarms_state()}</legend>
        <Chip selected={!isSeen && kind === undefined} count={counts.length} onSelect={() => show({})}>
          {m.alarms_open()}
        </Chip>
        {kinds.map((one) => (
          <Chip
            key={one}
            selected={!isSeen && kind === one}
            count={counts.filter((alarm) => alarm.kind === one).length}
            onSelect={() => show({ kind: one })}
          >
            {alarmKindWord(one)}
          </Chip>
        ))}
        <Chip selected={isSeen} onSelect={() => show({ seen: '' })}>
          {m.alarms_seen()}
        </Chip>
      </fieldset>
      {found.status === 'loading' ? (
        <Skeleton label={m.alarms_loading()} rows={4} />
      ) : found.value.length === 0 ? (
        <EmptyState>{isSeen ? m.alarms_none_seen() : m.alarms_none()}</EmptyState>
      ) : (
        <AlarmList label={isSeen ? m.alarms_seen() : m.alarms_title()} alarms={found.value} />
      )}
    </>
  );
}
