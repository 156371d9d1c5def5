import type { Money as Amount } from '@revops/domain';
import { classNames } from './class-names.ts';
import { Due } from './due.tsx';
import { Money, useColumnDecimals } from './money.tsx';

export interface LedgerLine {
  readonly label: string;
  readonly amount: Amount;
  readonly tone?: 'plain' | 'received' | 'waiting' | 'refused';
}

export interface LedgerProps {
  /** Read before the lines by assistive technology. */
  readonly label: string;
  readonly lines: readonly LedgerLine[];
  readonly total: { readonly label: string; readonly amount: Amount };
}

const tones = {
  plain: '',
  received: 'text-received',
  waiting: 'text-waiting',
  refused: 'text-refused',
} as const;

/** A bill as a ledger of lines that end in one sum under a rule; a sum of nothing else has no rule to stand under. */
export function Ledger({ label, lines, total }: LedgerProps) {
  const decimals = useColumnDecimals([...lines.map((line) => line.amount), total.amount]);
  return (
    <dl aria-label={label} className="bg-surface px-gutter py-3">
      {lines.map((line) => (
        <div key={line.label} className="flex items-baseline justify-between gap-4 py-0.5">
          <dt className={tones[line.tone ?? 'plain']}>{line.label}</dt>
          <dd className="text-end font-semibold">
            <Money amount={line.amount} decimals={decimals} />
          </dd>
        </div>
      ))}
      <div
        className={classNames(
          'flex flex-wrap items-baseline justify-between gap-x-4 text-title',
          lines.length > 0 && 'mt-2 border-t border-ink pt-2',
        )}
      >
        <dt>{total.label}</dt>
        <dd className="ms-auto text-end">
          {total.amount < 0 ? (
            <Due amount={total.amount} />
          ) : (
            <Money amount={total.amount} decimals={decimals} />
          )}
        </dd>
      </div>
    </dl>
  );
}
