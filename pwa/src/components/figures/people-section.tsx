import { money, type PersonFigures } from '@revops/domain';
import { Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { FiguresView } from '#src/data/queries/figures.ts';
import { m } from '#src/words/compiled/messages.js';
import { Bars } from './bars.tsx';
import { FiguresTable } from './figures-table.tsx';

type Person = readonly [id: string, figures: PersonFigures];

const nameIn = (figures: FiguresView, id: string): string => {
  const name = figures.names.get(id);
  return name === undefined || name === '' ? m.work_somebody() : name;
};

/** Everybody's jobs, bills and takings beside each other, whoever billed most first. */
export function PeopleSection({ figures }: { readonly figures: FiguresView }) {
  const people: Person[] = [...figures.people].toSorted(
    ([, a], [, b]) => b.revenue - a.revenue || b.received - a.received,
  );
  if (people.length === 0) return null;
  return (
    <section>
      <SectionHeading>{m.figures_people()}</SectionHeading>
      <Bars
        label={m.figures_people()}
        rows={people.map(([id, person]) => ({
          key: id,
          title: nameIn(figures, id),
          note: m.figures_job_count({ count: person.jobs }),
          bars: [
            {
              label: m.figures_billed(),
              size: person.revenue,
              value: <Money amount={money(person.revenue)} />,
              tone: 'ink',
            },
            {
              label: m.figures_received(),
              size: person.received,
              value: <Money amount={money(person.received)} />,
              tone: 'received',
            },
          ],
        }))}
      />
      <FiguresTable
        caption={m.figures_people()}
        first={m.daybook_person()}
        columns={[
          { label: m.figures_jobs() },
          { label: m.figures_billed() },
          { label: m.figures_received() },
          { label: m.figures_cash() },
        ]}
        rows={people.map(([id, person]) => ({
          key: id,
          label: nameIn(figures, id),
          cells: [
            { content: person.jobs },
            { amount: money(person.revenue) },
            { amount: money(person.received) },
            { amount: money(person.cashInHand) },
          ],
        }))}
      />
    </section>
  );
}
