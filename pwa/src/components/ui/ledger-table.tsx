import type { Money as Amount } from '@revops/domain';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Money, useColumnDecimals } from './money.tsx';

export interface LedgerColumn {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly tone?: 'received' | 'waiting' | 'refused';
}

/** An amount, other words, or nothing (a dash). */
export type LedgerCell = { readonly amount: Amount } | { readonly content: ReactNode } | null;

export interface LedgerRow {
  readonly label: ReactNode;
  readonly key: string;
  readonly cells: readonly LedgerCell[];
}

export interface LedgerTableProps {
  readonly caption: string;
  /** The caption is always read; hidden where a heading above already says it. */
  readonly captionHidden?: boolean;
  /** The head of the first column, then one per cell. */
  readonly first: string;
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly LedgerRow[];
  readonly total?: LedgerRow;
}

const tones = {
  received: 'text-received',
  waiting: 'text-waiting',
  refused: 'text-refused',
  plain: 'text-ink-2',
} as const;

/** On a phone the names stay while the amounts are scrolled under them. */
const stickyFirst = 'sticky start-0 bg-surface px-4 py-2 text-start';

/** The ruled ledger: columns of amounts, the last row under a rule and above a double one. Scrolls sideways by itself. */
export function LedgerTable({
  caption,
  captionHidden = false,
  first,
  columns,
  rows,
  total,
}: LedgerTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto bg-surface">
      <table className="w-full border-collapse">
        <caption className={captionHidden ? 'sr-only' : 'px-4 pt-3 pb-1 text-start text-strong'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b-2 border-ink align-bottom text-meta">
            <th scope="col" className={`${stickyFirst} text-meta font-semibold text-ink-2`}>
              {first}
            </th>
            {columns.map((column) => (
              <Head key={column.label} {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} rows={rows} total={total} />
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot className="double-rule">
            <Row row={total} rows={rows} total={total} isTotal />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Head({ label, icon: Icon, tone = 'plain' as LedgerColumn['tone'] & 'plain' }: LedgerColumn) {
  return (
    <th
      scope="col"
      className={`px-2 py-2 text-end font-bold whitespace-nowrap rail:px-4 rail:whitespace-normal ${tones[tone]}`}
    >
      <span className="inline-flex items-center gap-1 align-bottom">
        {Icon && <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={2.5} />}
        {label}
      </span>
    </th>
  );
}

interface RowProps {
  readonly row: LedgerRow;
  readonly rows: readonly LedgerRow[];
  readonly total: LedgerRow | undefined;
  readonly isTotal?: boolean;
}

function Row({ row, rows, total, isTotal = false }: RowProps) {
  return (
    <tr
      className={classNames(
        isTotal ? 'border-t-2 border-ink text-title' : 'border-b border-rule last:border-b-0',
      )}
    >
      <th scope="row" className={classNames(stickyFirst, !isTotal && 'font-normal')}>
        {row.label}
      </th>
      {row.cells.map((cell, at) => (
        <td key={at} className="px-2 py-2 text-end whitespace-nowrap rail:px-4">
          <Cell
            cell={cell}
            column={[...rows, ...(total ? [total] : [])].map((other) => other.cells[at] ?? null)}
          />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell, column }: { readonly cell: LedgerCell; readonly column: readonly LedgerCell[] }) {
  const amounts = column.flatMap((other) => (other !== null && 'amount' in other ? [other.amount] : []));
  const decimals = useColumnDecimals(amounts);
  if (cell === null) return <span className="text-ink-3">—</span>;
  return 'amount' in cell ? <Money amount={cell.amount} decimals={decimals} /> : cell.content;
}
