import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { classNames } from './class-names.ts';
import { useTableKeys, type TableKeys } from './use-table-keys.ts';

export interface DataColumn<R> {
  readonly key: string;
  readonly label: string;
  readonly renderCell: (row: R) => ReactNode;
  readonly align?: 'start' | 'end';
}

export interface DataTableProps<R> extends Omit<TableKeys, 'keys'> {
  readonly caption: string;
  readonly columns: readonly DataColumn<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Names the row's checkbox: `Select A1-0042`. */
  readonly rowLabel: (row: R) => string;
  /** The row whose detail stands beside the table. */
  readonly current?: string;
}

/** The desk's table: rows of 40 px, moved through and decided on by keyboard. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, rowKey, rowLabel, current, selected, onSelect, onOpen, acts } = props;
  const { cursor, toggle, setCursor } = useTableKeys({
    keys: rows.map(rowKey),
    selected,
    onSelect,
    onOpen,
    acts,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink text-meta text-ink-2">
            {onSelect && (
              <th scope="col" className="w-12">
                <span className="sr-only">{m.ui_select()}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`py-2 ${cellClass(column.align)}`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                isCursor={cursor === key}
                isCurrent={current === key}
                isSelected={selected?.has(key) ?? false}
                {...(onSelect && {
                  onToggle: () => toggle(key),
                  toggleLabel: m.ui_select_row({ name: rowLabel(row) }),
                })}
                onPress={(event) => {
                  setCursor(key);
                  // The checkbox selects; only the rest of the row opens.
                  if (event.target instanceof Element && event.target.closest('label, a, button') === null)
                    onOpen?.(key);
                }}
              >
                {columns.map((column) => (
                  <td key={column.key} className={`py-0.5 ${cellClass(column.align)}`}>
                    {column.renderCell(row)}
                  </td>
                ))}
              </TableRow>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const cellClass = (align: 'start' | 'end' = 'start') =>
  align === 'end' ? 'px-3 text-end whitespace-nowrap first:ps-gutter' : 'px-3 text-start first:ps-gutter';

interface TableRowProps {
  readonly isCursor: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onToggle?: () => void;
  readonly toggleLabel?: string;
  readonly onPress: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

function TableRow({
  isCursor,
  isCurrent,
  isSelected,
  onToggle,
  toggleLabel,
  onPress,
  children,
}: TableRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isCursor) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCursor]);
  return (
    <tr
      ref={row}
      aria-selected={isSelected}
      data-cursor={isCursor}
      onClick={onPress}
      className={classNames(
        'h-11 border-b border-rule',
        isCurrent ? 'bg-carbon-soft' : isSelected ? 'bg-sunken' : 'hover:bg-sunken',
        isCursor && 'outline-2 -outline-offset-2 outline-focus',
      )}
    >
      {onToggle && (
        <td className="w-12 p-0">
          <label className="flex h-10 w-12 items-center justify-center">
            <input
              type="checkbox"
              aria-label={toggleLabel}
              checked={isSelected}
              onChange={onToggle}
              className="size-5 accent-carbon"
            />
          </label>
        </td>
      )}
      {children}
    </tr>
  );
}
