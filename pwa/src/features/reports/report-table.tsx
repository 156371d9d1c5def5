import { currencyExponent, money } from '@revops/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { columnDecimals, Money } from '#src/components/ui/money.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import { clockWord, shortDayWord } from '#src/words/time-words.ts';
import type { ScreenColumn } from './report-columns.ts';

export interface ReportTableProps<R> {
  readonly caption: string;
  readonly columns: readonly ScreenColumn<R>[];
  readonly rows: readonly R[];
  /** Where a row leads; rows that lead nowhere are only read. */
  readonly linkOf?: (row: R) => string | undefined;
}

const rowHeight = 44;

/** Only the rows in sight are drawn, so that 100,000 payments scroll like fifty; the head stays, wide tables scroll sideways. */
export function ReportTable<R>({ caption, columns, rows, linkOf }: ReportTableProps<R>) {
  const scroller = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its answers stay in this component, nothing memoised gets them
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const decimals = useDecimals(columns, rows);
  const inSight = virtual.getVirtualItems();
  const whole = virtual.getTotalSize();
  return (
    <section
      ref={scroller}
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-[70dvh] min-h-48 overflow-auto border-b border-rule bg-surface"
    >
      <table
        aria-rowcount={rows.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-meta"
        style={{ minWidth: `${columns.reduce((sum, { width }) => sum + width, 0)}rem` }}
      >
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${width}rem` }} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-1 bg-surface">
          <tr className="align-bottom">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`${cellLook(column.kind)} border-b-2 border-ink py-2 text-meta font-bold`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={inSight[0]?.start ?? 0} />
          {inSight.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <TableRow
                key={key}
                index={index}
                columns={columns}
                row={row}
                decimals={decimals}
                to={linkOf?.(row)}
              />
            );
          })}
          <Gap height={whole - (inSight.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

/** Where rows would stand that are not in sight. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 && <tr aria-hidden="true" style={{ height }} />;

interface TableRowProps<R> extends Pick<ValueProps<R>, 'row' | 'decimals'> {
  readonly index: number;
  readonly columns: readonly ScreenColumn<R>[];
  readonly to: string | undefined;
}

function TableRow<R>({ index, columns, row, decimals, to }: TableRowProps<R>) {
  const linked = columns.find(({ kind }) => kind === 'text')?.key;
  return (
    <tr aria-rowindex={index + 2} className="h-11 hover:bg-sunken">
      {columns.map((column) => (
        <td key={column.key} className={`${cellLook(column.kind)} border-b border-rule`}>
          <Value
            column={column}
            row={row}
            decimals={decimals}
            {...(to !== undefined && column.key === linked && { to })}
          />
        </td>
      ))}
    </tr>
  );
}

const isNumber = (kind: ScreenColumn<unknown>['kind']): boolean => kind === 'money' || kind === 'count';

const cellLook = (kind: ScreenColumn<unknown>['kind']): string =>
  `truncate px-3 first:ps-gutter last:pe-gutter ${isNumber(kind) ? 'text-end tabular-nums' : 'text-start'}`;

/** One habit for all amounts of a table. */
function useDecimals<R>(columns: readonly ScreenColumn<R>[], rows: readonly R[]): 'auto' | 'always' {
  const { currency } = useFormats();
  return useMemo(() => {
    const amounts = columns.flatMap((column) =>
      column.kind === 'money' ? rows.map((row) => money(column.of(row) ?? 0)) : [],
    );
    return columnDecimals(amounts, currencyExponent(currency));
  }, [columns, rows, currency]);
}

interface ValueProps<R> {
  readonly column: ScreenColumn<R>;
  readonly row: R;
  readonly decimals: 'auto' | 'always';
  readonly to?: string;
}

const dayAndTime = (instant: string, now: string, formats: Formats): string =>
  `${shortDayWord(instant, now, formats)} ${clockWord(instant, formats)}`;

function Value<R>({ column, row, decimals, to }: ValueProps<R>) {
  const formats = useFormats();
  const now = useNow(60_000);
  switch (column.kind) {
    case 'money': {
      const amount = column.of(row);
      return amount === undefined ? null : <Money amount={money(amount)} decimals={decimals} />;
    }
    case 'count':
      return column.of(row) ?? null;
    case 'instant': {
      const instant = column.of(row);
      return instant === undefined ? null : dayAndTime(instant, now, formats);
    }
    case 'text': {
      const said = column.of(row) ?? '';
      if (to === undefined || said === '') return said;
      return (
        <Link
          to={to}
          className="inline-flex min-h-11 items-center font-semibold text-carbon underline-offset-4 hover:underline"
        >
          {said}
        </Link>
      );
    }
  }
}
