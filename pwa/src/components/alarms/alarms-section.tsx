import { ButtonLink } from '#src/components/ui/button.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useAlarms } from '#src/data/hooks/use-alarms.ts';
import { m } from '#src/words/compiled/messages.js';
import { AlarmList } from './alarm-list.tsx';

// The newest, so that the day book stays one; all stand on a screen of their own.
const shown = 5;

/** What an owner should look at, on the day book; nothing while there is nothing. */
export function AlarmsSection() {
  const alarms = useAlarms({ seen: false });
  if (alarms.status === 'loading' || alarms.value.length === 0) return null;
  return (
    <section>
      <SectionHeading tone="refused" count={alarms.value.length}>
        {m.alarms_title()}
      </SectionHeading>
      <AlarmList label={m.alarms_title()} alarms={alarms.value.slice(0, shown)} />
      <div className="max-rail:px-gutter pt-3">
        <ButtonLink to="/alarms" className="max-rail:w-full">
          {m.alarms_see_all()}
        </ButtonLink>
      </div>
    </section>
  );
}
