import type { Money as Amount } from '@revops/domain';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Money } from './money.tsx';
import { RowMark, type RowMarkState } from './row-mark.tsx';
import { Stamp, type StampProps } from './stamp.tsx';

export interface StubProps {
  /** `<code> · <n>`, left of the tear line. */
  readonly number: string;
  /** Above the number: a box that selects the slip. */
  readonly box?: ReactNode;
  /** Method and time: `UPI · today 2:10 pm`; or the plate, where slips of many cars stand together. */
  readonly title: ReactNode;
  readonly amount: Amount;
  readonly decimals?: 'auto' | 'always';
  /** Left out where a list says it for all of its slips. */
  readonly stamp?: StampProps;
  /** The amount is struck through; follows the stamp when left out. */
  readonly isVoid?: boolean;
  readonly mark?: RowMarkState;
  /** Reason of a rejection or cancellation, UTR, who took it. */
  readonly note?: ReactNode;
  readonly to?: string;
  /** A cancel or undo button; stands outside the link. */
  readonly action?: ReactNode;
}

/** One payment as a slip: its number is torn off along the dots. */
export function Stub({
  number,
  box,
  title,
  amount,
  decimals = 'auto',
  stamp,
  isVoid = stamp?.state === 'rejected' || stamp?.state === 'cancelled',
  mark,
  note,
  to,
  action,
}: StubProps) {
  return (
    <div className="relative grid min-h-16 grid-cols-[5.5rem_minmax(0,1fr)] border-b border-rule bg-surface">
      <div className="flex flex-col items-center justify-center px-1 text-center text-meta text-ink-2">
        {box}
        {number}
      </div>
      <div className="tear-line flex min-w-0 flex-col justify-center gap-1 py-3 ps-3 pe-gutter">
        <div className="flex items-baseline justify-between gap-x-3">
          {to === undefined ? (
            <span className="min-w-0">{title}</span>
          ) : (
            <Link to={to} className="min-w-0 after:absolute after:inset-0">
              {title}
            </Link>
          )}
          <span className={`ms-auto font-bold ${isVoid ? 'text-ink-3' : 'text-ink'}`}>
            <Money amount={amount} decimals={decimals} struck={isVoid} />
          </span>
        </div>
        {(stamp !== undefined || mark !== undefined) && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {stamp !== undefined && <Stamp {...stamp} />}
            {mark !== undefined && <RowMark state={mark} compact={mark === 'server'} />}
          </div>
        )}
        {note !== undefined && <div className="text-meta text-ink-2">{note}</div>}
        {action !== undefined && <div className="relative -ms-4">{action}</div>}
      </div>
    </div>
  );
}
