import { Money } from '#src/components/ui/money.tsx';
import { RefusedAlarm } from '#src/components/ui/refused-alarm.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useQuarantine } from '#src/data/hooks/index.ts';
import { refusedByPerson } from '#src/data/server/refused-by-person.ts';
import { m } from '#src/words/compiled/messages.js';

/** Whose entries were not accepted, one line per person; nothing while there is nothing, and nothing for a manager. */
export function RefusedOfOthers() {
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
            <RefusedAlarm
              key={personId}
              to="/team/not-accepted"
              {...(amount !== 0 && { amount: <Money amount={amount} /> })}
            >
              {m.quarantine_alarm(said)}
            </RefusedAlarm>
          );
        })}
      </ul>
    </section>
  );
}
