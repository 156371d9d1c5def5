import { money } from '@revops/domain';
import { PeriodBar } from '#src/components/figures/period-bar.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { Money, useColumnDecimals } from '#src/components/ui/money.tsx';
import type { StatementSums } from '#src/data/cash-views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { StatementDays } from './use-statement-days.ts';

type StatementPeriodProps = StatementDays & { readonly sums: StatementSums | undefined };

/** All days or some of them, and what these come to. */
export function StatementPeriod({ choice, today, onChoose, onSwitch, sums }: StatementPeriodProps) {
  return (
    <div className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-3">
      <fieldset aria-label={m.cash_statement_days()} className="flex flex-wrap gap-2">
        <Chip selected={choice === undefined} onSelect={() => onSwitch(false)}>
          {m.cash_statement_all_days()}
        </Chip>
        <Chip selected={choice !== undefined} onSelect={() => onSwitch(true)}>
          {m.cash_statement_some_days()}
        </Chip>
      </fieldset>
      {choice !== undefined && <PeriodBar choice={choice} today={today} onChange={onChoose} isDeskFixed />}
      {sums !== undefined && <Sums sums={sums} />}
    </div>
  );
}

function Sums({ sums: { opening, came, went, closing } }: { readonly sums: StatementSums }) {
  const rows = [
    [m.cash_statement_before(), opening],
    [m.cash_statement_came(), came],
    [m.cash_statement_went(), 0 - went],
    [m.cash_statement_after(), closing],
  ] as const;
  const decimals = useColumnDecimals(rows.map(([, amount]) => money(amount)));
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
      {rows.map(([label, amount]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="text-end">
            <Money amount={money(amount)} decimals={decimals} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
