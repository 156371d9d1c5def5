import { formatPhone } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { BookSide } from '#src/data/queries/book-side.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortDayWord } from '#src/words/time-words.ts';
import { sideName } from './side-name.ts';

// A dealer's card has more cars than a pair has room.
const mostCars = 3;

/** What a record knows, so that two of them can be compared line by line. */
export function SideFacts({ side }: { readonly side: BookSide }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const isCar = side.id.startsWith('vehicle:');
  const day = (instant: string): string => shortDayWord(instant, now, formats);
  const last = side.lastAt === undefined ? '' : ` · ${m.duplicates_last({ day: day(side.lastAt) })}`;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {!isCar && <p className="text-strong wrap-anywhere">{sideName(side)}</p>}
      {!isCar && (
        <p className={side.phone === undefined ? 'text-ink-2' : ''}>
          {side.phone === undefined ? m.duplicates_no_phone() : formatPhone(side.phone)}
        </p>
      )}
      {side.address !== undefined && <p className="text-meta wrap-anywhere text-ink-2">{side.address}</p>}
      <p className="flex flex-wrap items-center gap-2">
        {side.cars.slice(0, mostCars).map(({ plate, kind }) => (
          <Plate key={plate} plate={plate} kind={kind} />
        ))}
        {side.cars.length > mostCars && (
          <span className="text-meta text-ink-2">
            {m.customers_more_cars({ count: side.cars.length - mostCars })}
          </span>
        )}
      </p>
      {side.model !== undefined && <p>{side.model}</p>}
      {side.people.length > 0 && <p className="wrap-anywhere text-ink-2">{side.people.join(', ')}</p>}
      <p className="text-meta text-ink-2">
        {m.duplicates_jobs({ count: side.jobs })}
        {last}
      </p>
      <p className="text-meta text-ink-2">{m.duplicates_added({ day: day(side.addedAt) })}</p>
    </div>
  );
}
