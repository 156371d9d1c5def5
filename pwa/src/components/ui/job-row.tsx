import type { Money as Amount, PlateKind } from '@revops/domain';
import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { m } from '#src/words/compiled/messages.js';
import { Due } from './due.tsx';
import { Plate } from './plate.tsx';
import { RowMark, type RowMarkState } from './row-mark.tsx';

export interface JobRowProps {
  readonly to: string;
  readonly plate: string;
  readonly kind?: PlateKind | undefined;
  /** Car and customer: `Honda City · Raj Kumar`. */
  readonly title: string;
  /** What is still to collect; null while the bill is not set. */
  readonly due: Amount | null;
  /** Promise and status: `by 5 pm · parts`. */
  readonly note?: ReactNode;
  /** Whose desk, where the list shows more than one. */
  readonly desk?: string | undefined;
  readonly tone?: 'late' | 'rejected';
  readonly mark?: RowMarkState;
  readonly selected?: boolean;
  /** A call button, for example; stands outside the link. */
  readonly action?: ReactNode;
}

/** A job as one line of a worklist: plate, car and customer, what is still to collect. */
export function JobRow({
  to,
  plate,
  kind,
  title,
  due,
  note,
  desk,
  tone,
  mark,
  selected = false,
  action,
}: JobRowProps) {
  const ground = selected ? 'bg-carbon-soft' : 'bg-surface active:bg-sunken desk:hover:bg-sunken';
  return (
    <div className={`relative flex min-h-19 items-center border-b border-rule ${ground}`}>
      {tone !== undefined && (
        <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 bg-refused" />
      )}
      <Link
        to={to}
        aria-current={selected ? 'true' : undefined}
        className="grid min-w-0 flex-1 grid-cols-[minmax(5rem,1fr)_auto] items-center gap-x-3 gap-y-1 px-gutter py-2.5 -outline-offset-3"
      >
        <Plate plate={plate} kind={kind} />
        <span className="text-end font-bold">
          {due === null ? (
            <span className="text-meta text-ink-3">{m.ui_no_bill_yet()}</span>
          ) : (
            <Due amount={due} />
          )}
        </span>
        <span className="line-clamp-2 min-w-0 self-start text-meta text-ink-2">{title}</span>
        <span
          className={`flex max-w-48 items-start justify-end gap-x-2 self-start text-end text-meta text-ink-2 ${mark === 'refused' ? 'flex-wrap' : ''}`}
        >
          {note !== undefined && <span>{note}</span>}
          {mark !== undefined && <RowMark state={mark} compact />}
        </span>
        {desk !== undefined && (
          <span className="col-span-2 flex min-w-0 items-center gap-1.5 text-meta text-ink-2">
            <UserRound aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
            <span className="sr-only">{m.ui_desk_of()} </span>
            <span className="truncate">{desk}</span>
          </span>
        )}
      </Link>
      {action !== undefined && <div className="shrink-0 pe-2">{action}</div>}
    </div>
  );
}
