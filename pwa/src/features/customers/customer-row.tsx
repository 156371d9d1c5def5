import { bareId, formatPhone, type Money as Amount } from '@revops/domain';
import { Link, useLocation } from 'react-router';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import type { CarLine } from '#src/data/queries/customer-jobs.ts';
import { m } from '#src/words/compiled/messages.js';

export interface CustomerRowProps {
  readonly customer: {
    readonly id: string;
    readonly name?: string;
    readonly phone?: string;
    readonly due: Amount;
  };
  readonly cars: readonly Pick<CarLine, 'plate' | 'kind'>[];
  readonly note: string;
  readonly current: string | undefined;
}

// A fleet has more cars than a row has room.
const mostPlates = 2;

/** A customer as one row: who, how to reach them, which cars, and what is still to collect. */
export function CustomerRow({ customer, cars, note, current }: CustomerRowProps) {
  const { id, name, phone, due } = customer;
  // What was asked stays beside the customer who is opened at the desk.
  const { search } = useLocation();
  const title = name ?? (phone === undefined ? m.customers_no_name() : formatPhone(phone));
  const isCurrent = current === bareId(id);
  const ground = isCurrent ? 'bg-carbon-soft' : 'bg-surface active:bg-sunken desk:hover:bg-sunken';
  return (
    <Link
      to={{ pathname: `/customers/${bareId(id)}`, search }}
      aria-current={isCurrent ? 'true' : undefined}
      className={`grid min-h-19 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-rule px-gutter py-2.5 -outline-offset-3 ${ground}`}
    >
      <span className="line-clamp-2 min-w-0 text-strong">{title}</span>
      <span className="text-end font-bold">{due > 0 && <Money amount={due} />}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        {cars.slice(0, mostPlates).map(({ plate, kind }) => (
          <Plate key={plate} plate={plate} kind={kind} />
        ))}
        {cars.length > mostPlates && (
          <span className="text-meta text-ink-2">
            {m.customers_more_cars({ count: cars.length - mostPlates })}
          </span>
        )}
      </span>
      <span className="max-w-40 text-end text-meta text-ink-2">{note}</span>
    </Link>
  );
}
