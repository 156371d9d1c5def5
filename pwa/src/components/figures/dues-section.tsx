import { money, type AgedDues } from '@revops/domain';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useAgedDues } from '#src/data/hooks/use-figures.ts';
import { m } from '#src/words/compiled/messages.js';
import { Bars } from './bars.tsx';

const ageWord = ({ from, to }: AgedDues): string =>
  to === undefined ? m.figures_age_over({ days: from - 1 }) : m.figures_age({ from, to });

interface DuesSectionProps {
  readonly desk: string;
  readonly today: string;
  readonly timeZone: string;
}

/** What customers owe for finished work, by how long; the oldest needs a call first. */
export function DuesSection({ desk, today, timeZone }: DuesSectionProps) {
  const dues = useAgedDues(desk, today, timeZone);
  if (dues.status === 'loading') return null;
  const all = dues.value.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <section>
      <SectionHeading aside={<Money amount={money(all)} />}>{m.figures_dues()}</SectionHeading>
      <Bars
        label={m.figures_dues()}
        rows={[
          {
            key: 'ages',
            title: m.figures_dues_since(),
            bars: dues.value.map((age) => ({
              label: m.figures_age_count({ age: ageWord(age), count: age.count }),
              size: age.amount,
              value: <Money amount={money(age.amount)} />,
              tone: age.to === undefined ? 'refused' : age.from > 30 ? 'waiting' : 'ink',
            })),
          },
        ]}
      />
      {all > 0 && (
        <div className="max-rail:px-gutter pt-3">
          <ButtonLink to="/customers?owing" className="max-rail:w-full">
            {m.figures_see_owing()}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
