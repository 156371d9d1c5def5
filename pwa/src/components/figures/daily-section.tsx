import { formatMoney, money, type DayFigures } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { m } from '#src/words/compiled/messages.js';
import { DailyChart, dayName } from './daily-chart.tsx';
import { FiguresTable } from './figures-table.tsx';

const sumOf = (days: readonly DayFigures[], name: 'billed' | 'received'): number =>
  days.reduce((sum, day) => sum + day[name], 0);

interface SeriesProps {
  readonly label: string;
  readonly amount: number;
  readonly look: string;
}

function Series({ label, amount, look }: SeriesProps) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className={`size-4 shrink-0 ${look}`} />
      <span className="text-ink-2">{label}</span>
      <span className="font-semibold">
        <Money amount={money(amount)} />
      </span>
    </li>
  );
}

/** What was billed and what came in, day by day, up to today. */
export function DailySection({ days }: { readonly days: readonly DayFigures[] }) {
  const formats = useFormats();
  const [billed, received] = [sumOf(days, 'billed'), sumOf(days, 'received')];
  const said = {
    billed: formatMoney(money(billed), formats),
    received: formatMoney(money(received), formats),
  };
  return (
    <section>
      <SectionHeading>{m.figures_daily()}</SectionHeading>
      <div className="bg-surface px-gutter pt-3 pb-2">
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-meta">
          <Series label={m.figures_billed()} amount={billed} look="border border-edge bg-sunken" />
          <Series label={m.figures_received()} amount={received} look="bg-received" />
        </ul>
        <DailyChart days={days} label={m.figures_daily_label(said)} />
      </div>
      <FiguresTable
        caption={m.figures_daily()}
        first={m.figures_day()}
        columns={[{ label: m.figures_billed() }, { label: m.figures_received() }]}
        rows={days.toReversed().map((day) => ({
          key: day.date,
          label: dayName(day.date, formats),
          cells: [{ amount: money(day.billed) }, { amount: money(day.received) }],
        }))}
        total={{
          key: 'all',
          label: m.daybook_all(),
          cells: [{ amount: money(billed) }, { amount: money(received) }],
        }}
      />
    </section>
  );
}
