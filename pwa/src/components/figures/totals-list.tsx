import { money, formatMoney } from '@revops/domain';
import type { ReactNode } from 'react';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import type { FiguresView } from '#src/data/queries/figures.ts';
import { m } from '#src/words/compiled/messages.js';

interface LineProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly formula: string;
  readonly unsent?: number;
}

function Line({ label, value, formula, unsent = 0 }: LineProps) {
  const formats = useFormats();
  return (
    <div className="border-b border-rule px-gutter py-2 last:border-b-0 desk:border-s desk:border-b-0 desk:first:border-s-0">
      <dl className="flex flex-wrap items-baseline justify-between gap-x-4 desk:flex-col">
        <dt className="min-w-0">{label}</dt>
        <dd className="ms-auto text-title desk:ms-0">{value}</dd>
      </dl>
      {unsent !== 0 && (
        <p className="text-meta font-semibold text-waiting">
          {m.figures_unsent({ amount: formatMoney(money(unsent), formats) })}
        </p>
      )}
      <details className="text-meta text-ink-2">
        <summary className="-my-1 inline-flex min-h-12 items-center underline decoration-rule underline-offset-4">
          {m.figures_how()}
          <span className="sr-only">: {label}</span>
        </summary>
        <p className="max-w-prose pb-2">{formula}</p>
      </details>
    </div>
  );
}

/** The figures of some days as lines of a ledger; each can say how it is counted. */
export function TotalsList({ figures }: { readonly figures: FiguresView }) {
  const formats = useFormats();
  const confirmed = formatMoney(money(figures.totalConfirmed), formats);
  const amount = (value: number): ReactNode => <Money amount={money(value)} />;
  return (
    <div className="bg-surface desk:grid desk:grid-cols-5">
      <Line label={m.figures_jobs()} value={figures.totalJobs} formula={m.figures_jobs_how()} />
      <Line
        label={m.figures_revenue()}
        value={amount(figures.totalRevenue)}
        formula={m.figures_revenue_how()}
        unsent={figures.unsent.revenue}
      />
      <Line
        label={m.figures_collected()}
        value={amount(figures.totalCollected)}
        formula={m.figures_collected_how({ amount: confirmed })}
        unsent={figures.unsent.collected}
      />
      <Line
        label={m.figures_average()}
        value={amount(figures.averageJobValue)}
        formula={m.figures_average_how()}
      />
      <Line
        label={m.figures_outstanding()}
        value={amount(figures.outstandingCredits)}
        formula={m.figures_outstanding_how()}
      />
    </div>
  );
}
