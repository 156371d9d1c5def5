import { formatMoney } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { RefusedAlarm } from '#src/components/ui/refused-alarm.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useQuarantine } from '#src/data/hooks/index.ts';
import { refusedByPerson } from '#src/data/server/refused-by-person.ts';
import { m } from '#src/words/compiled/messages.js';

/** Whose entries were not accepted, one line per person; nothing while there is nothing, and nothing for a manager. */
export function RefusedOfOthers() {
  const formats = useFormats();
  const { items } = useQuarantine();
  const people = refusedByPerson(items);
  if (people.length === 0) return null;
  return (
    <section>
      <SectionHeading tone="refused" count={people.length}>
        {m.quarantine_alarms()}
      </SectionHeading>
      <ul className="border-t border-rule">
        {people.map(({ personId, name, count, amount }) => {
          const said = { count, name: name === '' ? m.work_somebody() : name };
          return (
            <RefusedAlarm key={personId} to="/team/not-accepted">
              {amount === 0
                ? m.quarantine_alarm({ ...said })
                : m.quarantine_alarm_money({ ...said, amount: formatMoney(amount, formats) })}
            </RefusedAlarm>
          );
        })}
      </ul>
    </section>
  );
}
