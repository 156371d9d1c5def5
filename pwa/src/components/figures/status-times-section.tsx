import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useStatusTimes } from '#src/data/hooks/use-figures.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import { Bars } from './bars.tsx';
import { durationWord } from './duration-word.ts';

interface StatusTimesSectionProps {
  readonly from: string;
  readonly to: string;
  readonly desk: string;
  readonly timeZone: string;
}

/** How long cars wait where. Told from the newest jobs, and it says from how many. */
export function StatusTimesSection(filter: StatusTimesSectionProps) {
  const found = useStatusTimes(filter);
  if (found.status === 'loading' || found.value.times.length === 0) return null;
  const { times, jobs, more } = found.value;
  return (
    <section>
      <SectionHeading>{m.figures_times()}</SectionHeading>
      <Bars
        label={m.figures_times()}
        rows={times.map(({ status, stays, averageMs }) => ({
          key: status,
          title: statusWord(status),
          bars: [
            {
              label: m.figures_stays({ count: stays }),
              size: averageMs,
              value: durationWord(averageMs),
              tone: 'ink',
            },
          ],
        }))}
      />
      <p className="px-gutter pt-2 text-meta text-ink-2">
        {more ? m.figures_times_newest({ count: jobs }) : m.figures_times_all({ count: jobs })}
      </p>
    </section>
  );
}
