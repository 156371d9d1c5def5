import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useToday } from '#src/data/hooks/index.ts';
import { useFigures } from '#src/data/hooks/use-figures.ts';
import { m } from '#src/words/compiled/messages.js';
import { DailySection } from './daily-section.tsx';
import { DuesSection } from './dues-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PeriodBar } from './period-bar.tsx';
import { periodOf } from './period.ts';
import { StatusBar } from './status-bar.tsx';
import { StatusTimesSection } from './status-times-section.tsx';
import { TotalsList } from './totals-list.tsx';
import { useFiguresChoice } from './use-figures-choice.ts';

export interface FiguresPanelProps {
  /** A manager's own; an owner chooses. */
  readonly desk?: string;
}

/** Everything that is counted: of any days and any desk, without a network. */
export function FiguresPanel({ desk: fixed }: FiguresPanelProps) {
  const today = useToday();
  const { timeZone } = useFormats();
  const [choice, choose] = useFiguresChoice();
  const desk = fixed ?? choice.desk;
  const { from, to } = periodOf(choice.period, today);
  const found = useFigures({ from, to, desk, today });
  return (
    <>
      <SectionHeading>{m.figures_heading()}</SectionHeading>
      <div className="bg-surface px-gutter py-3">
        <PeriodBar choice={choice} today={today} onChange={choose} isDeskFixed={fixed !== undefined} />
      </div>
      {found.status === 'loading' ? (
        <Skeleton label={m.figures_loading()} rows={5} />
      ) : (
        <>
          <TotalsList figures={found.value} />
          <DailySection days={found.value.dailyRevenue} />
          <section>
            <SectionHeading>{m.figures_status()}</SectionHeading>
            <StatusBar counts={found.value.statusCounts} />
          </section>
          <PeopleSection figures={found.value} />
        </>
      )}
      <DuesSection desk={desk} today={today} timeZone={timeZone} />
      <StatusTimesSection from={from} to={to} desk={desk} timeZone={timeZone} />
    </>
  );
}
