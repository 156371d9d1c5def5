import { bareId, isFinished, isLate } from '@revops/domain';
import { useEffect, useRef, type MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { classNames } from '#src/components/ui/class-names.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { CellContext, TableColumn } from './job-columns.tsx';

/** Of a row, whatever job stands in it. */
export interface RowState {
  readonly at: number;
  readonly isCursor: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

export interface JobTableRowProps {
  readonly job: JobView;
  readonly state: RowState;
  readonly columns: readonly TableColumn[];
  readonly context: CellContext;
  /** Whether a key has just moved here. */
  readonly takesFocus: () => boolean;
  readonly onCursor: (id: string) => void;
  readonly onToggle: ((id: string) => void) | undefined;
}

/** A job as one line; pressed anywhere it opens beside the table. */
export function JobTableRow(props: JobTableRowProps) {
  const { job, state, columns, context, takesFocus, onCursor, onToggle } = props;
  const navigate = useNavigate();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (state.isCursor && takesFocus()) link.current?.focus({ preventScroll: true });
  });
  const to = `/jobs/${bareId(job.id)}`;
  const press = (event: MouseEvent) => {
    onCursor(job.id);
    if (event.target instanceof Element && event.target.closest('label, a, button') === null)
      void navigate(to);
  };
  const behind = isLate(job.promisedAt, isFinished(job.status), context.now);
  return (
    <tr
      aria-rowindex={state.at + 2}
      aria-selected={onToggle === undefined ? undefined : state.isSelected}
      onClick={press}
      className={classNames(
        'h-11 cursor-pointer border-b border-rule',
        state.isCurrent ? 'bg-carbon-soft' : state.isSelected ? 'bg-sunken' : 'bg-surface hover:bg-sunken',
        'has-[a:focus-visible]:outline-3 has-[a:focus-visible]:-outline-offset-3 has-[a:focus-visible]:outline-focus',
        behind && '*:first:shadow-[inset_4px_0_var(--refused)]',
        state.isCursor && 'outline-2 -outline-offset-2 outline-focus',
      )}
    >
      {onToggle !== undefined && (
        <td className="p-0">
          <label className="flex h-11 items-center justify-center">
            <input
              type="checkbox"
              aria-label={m.ui_select_row({ name: job.number })}
              checked={state.isSelected}
              onChange={() => onToggle(job.id)}
              className="size-5 accent-carbon"
            />
          </label>
        </td>
      )}
      <th scope="row" className="p-0 text-start font-normal">
        <Link
          ref={link}
          to={to}
          aria-current={state.isCurrent ? 'true' : undefined}
          onFocus={() => onCursor(job.id)}
          className="flex h-11 items-center px-2.5 outline-none"
        >
          <Plate plate={job.plate} kind={job.plateKind} />
        </Link>
      </th>
      {columns.map((column) => (
        <td
          key={column.key}
          className={`truncate px-2.5 ${column.align === 'end' ? 'text-end tabular-nums' : ''}`}
        >
          {column.cell(job, context)}
        </td>
      ))}
      <td className="overflow-hidden pe-2.5 text-end">
        <RowMark state={job.mark} compact />
      </td>
    </tr>
  );
}
