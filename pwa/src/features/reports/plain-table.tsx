import { currencyExponent, money } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { columnDecimals, Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { m } from '#src/words/compiled/messages.js';
import { clockWord } from '#src/words/time-words.ts';
import type { ScreenColumn } from './report-columns.ts';

export interface PlainTableProps<R> {
  readonly title: string;
  readonly columns: readonly ScreenColumn<R>[];
  readonly rows: readonly R[];
}

/** Narrower columns hold a number or a plate, which nobody reads in two halves. */
const WRAPS_FROM = 9;

function look<R>({ kind, width }: ScreenColumn<R>): string {
  const align = kind === 'money' || kind === 'count' ? 'text-end' : 'text-start';
  const isWhole = kind !== 'text' || width < WRAPS_FROM;
  return `px-3 first:ps-gutter last:pe-gutter ${align} ${isWhole ? 'whitespace-nowrap' : ''}`;
}

/** A whole table of one day, every row of it, as paper wants it. */
export function PlainTable<R>({ title, columns, rows }: PlainTableProps<R>) {
  const { currency } = useFormats();
  const amounts = columns.flatMap((column) =>
    column.kind === 'money' ? rows.map((row) => money(column.of(row) ?? 0)) : [],
  );
  const decimals = columnDecimals(amounts, currencyExponent(currency));
  return (
    <section>
      <SectionHeading count={rows.length}>{title}</SectionHeading>
      {rows.length === 0 ? (
        <p className="border-y border-rule bg-surface px-gutter py-3 text-ink-2">{m.reports_day_none()}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        <section tabIndex={0} aria-label={title} className="overflow-x-auto border-y border-rule bg-surface">
          <table className="w-full border-collapse">
            <thead>
              <tr className="border-b-2 border-ink text-meta">
                {columns.map((column) => (
                  <th key={column.key} scope="col" className={`py-2 font-bold ${look(column)}`}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index} className="border-b border-rule last:border-b-0">
                  {columns.map((column) => (
                    <td key={column.key} className={`py-1.5 ${look(column)}`}>
                      <Value column={column} row={row} decimals={decimals} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

interface ValueProps<R> {
  readonly column: ScreenColumn<R>;
  readonly row: R;
  readonly decimals: 'auto' | 'always';
}

function Value<R>({ column, row, decimals }: ValueProps<R>) {
  const formats = useFormats();
  if (column.kind === 'money') {
    const amount = column.of(row);
    return amount === undefined ? null : <Money amount={money(amount)} decimals={decimals} />;
  }
  // The day stands in the heading.
  if (column.kind === 'instant') return clockWord(column.of(row) ?? '', formats);
  return column.of(row) ?? null;
}
