import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { Plate } from '#src/components/ui/plate.tsx';
import type { CarLine } from '#src/data/queries/customer-jobs.ts';

/** A car as one row; leads to its page. */
export function CarRow({ car }: { readonly car: CarLine }) {
  return (
    <Link
      to={`/customers/car/${encodeURIComponent(car.plate)}`}
      className="fade flex min-h-16 items-center gap-3 border-b border-rule bg-surface px-gutter py-2 -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
    >
      <Plate plate={car.plate} kind={car.kind} />
      <span className="min-w-0 flex-1 truncate text-ink-2">{car.model}</span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
    </Link>
  );
}
