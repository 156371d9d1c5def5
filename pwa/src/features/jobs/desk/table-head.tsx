import { ArrowDown, ArrowUp } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';
import type { Arrangement } from './desk-place.ts';
import type { TableColumn } from './job-columns.tsx';

type Sort = Arrangement['filter']['sort'];

export interface TableHeadProps {
  readonly columns: readonly TableColumn[];
  readonly sort: Sort;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly hasSelection: boolean;
}

/** First as it is asked for most: the newest, the largest amount, the soonest promise, A before Z. */
const startsDescending = new Set(['opened', 'balance', 'billed']);

/** The names of the columns, each the way to put the rows into its order. */
export function TableHead({ columns, sort, onSort, hasSelection }: TableHeadProps) {
  const cells = [
    { key: 'plate', label: () => m.jobs_col_plate(), sort: 'plate' as const, align: undefined },
    ...columns,
  ];
  return (
    <thead className="sticky top-0 z-2 bg-surface text-meta text-ink-2 shadow-[inset_0_-2px_var(--ink)]">
      <tr aria-rowindex={1}>
        {hasSelection && (
          <th scope="col">
            <span className="sr-only">{m.ui_select()}</span>
          </th>
        )}
        {cells.map(({ key, label, sort: by, align }) => {
          const isOn = by !== undefined && sort.by === by && onSort !== undefined;
          const next = {
            by: by ?? sort.by,
            descending: isOn ? !sort.descending : startsDescending.has(by ?? ''),
          };
          return (
            <th
              key={key}
              scope="col"
              aria-sort={isOn ? (sort.descending ? 'descending' : 'ascending') : undefined}
              className={`p-0 ${align === 'end' ? 'text-end' : 'text-start'}`}
            >
              {by === undefined || onSort === undefined ? (
                <span className="block truncate px-2.5 py-2.5 font-bold">{label()}</span>
              ) : (
                <button
                  type="button"
                  onClick={() => onSort(next)}
                  className={`inline-flex min-h-10 max-w-full items-center gap-1 px-2.5 font-bold -outline-offset-3 hover:text-ink ${isOn ? 'text-ink' : ''}`}
                >
                  <span className="truncate">{label()}</span>
                  {isOn && <Arrow descending={sort.descending} />}
                </button>
              )}
            </th>
          );
        })}
        <th scope="col">
          <span className="sr-only">{m.jobs_col_mark()}</span>
        </th>
      </tr>
    </thead>
  );
}

function Arrow({ descending }: { readonly descending: boolean }) {
  const Icon = descending ? ArrowDown : ArrowUp;
  return <Icon aria-hidden="true" className="size-4 shrink-0" />;
}
