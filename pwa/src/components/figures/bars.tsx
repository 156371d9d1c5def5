import type { ReactNode } from 'react';
import { classNames } from '#src/components/ui/class-names.ts';

export type BarTone = 'received' | 'ink' | 'waiting' | 'refused';

export interface Bar {
  readonly label: string;
  /** Minor units, or a count: what the length stands for. */
  readonly size: number;
  /** The direct label at its end. */
  readonly value: ReactNode;
  readonly tone: BarTone;
}

export interface BarRow {
  readonly key: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly bars: readonly Bar[];
}

const looks: Record<BarTone, string> = {
  received: 'bg-received',
  ink: 'border border-edge bg-sunken',
  waiting: 'bg-waiting',
  refused: 'bg-refused',
};

/** Lying bars that say what they are: every value is written at its bar, so the list is read as it is seen. */
export function Bars({ label, rows }: { readonly label: string; readonly rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.flatMap(({ bars }) => bars.map(({ size }) => size)));
  return (
    <ul
      aria-label={label}
      className={classNames('bg-surface', rows.length > 1 && 'desk:grid desk:grid-cols-2')}
    >
      {rows.map(({ key, title, note, bars }) => (
        <li key={key} className="border-b border-rule px-gutter py-3 last:border-b-0">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 font-semibold">{title}</span>
            {note !== undefined && <span className="text-meta text-ink-2">{note}</span>}
          </p>
          {bars.map((bar) => (
            <BarLine key={bar.label} bar={bar} most={most} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function BarLine({ bar: { label, size, value, tone }, most }: { readonly bar: Bar; readonly most: number }) {
  const width = `${(Math.max(0, size) / most) * 100}%`;
  return (
    <div className="pt-1">
      <p className="flex items-baseline justify-between gap-4 text-meta">
        <span className="text-ink-2">{label}</span>
        <span className="font-semibold whitespace-nowrap">{value}</span>
      </p>
      {size > 0 && (
        <div aria-hidden="true" className={`mt-0.5 h-3 min-w-1 ${looks[tone]}`} style={{ width }} />
      )}
    </div>
  );
}
