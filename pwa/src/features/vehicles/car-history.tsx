import { startOfDay } from '@revops/domain';
import { useState } from 'react';
import { FileJobRow } from '#src/components/customers/file-job-row.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { CarVisit } from '#src/data/queries/car-file.ts';
import { m } from '#src/words/compiled/messages.js';
import { dayWord } from '#src/words/time-words.ts';

// Some years of a car that comes often; more are asked for.
const page = 20;

/** Every visit of the car, the newest first; of another desk's work one line is known. */
export function CarHistory({ visits }: { readonly visits: readonly CarVisit[] }) {
  const [limit, setLimit] = useState(page);
  return (
    <section>
      <SectionHeading {...(visits.length > 0 && { count: visits.length })}>{m.cars_history()}</SectionHeading>
      {visits.length === 0 ? (
        <p className="border-y border-rule bg-surface px-gutter py-3 text-ink-2">{m.cars_no_history()}</p>
      ) : (
        <ul className="border-t border-rule">
          {visits.slice(0, limit).map((visit) => (
            <li key={visit.key}>
              {visit.job === undefined ? <VisitLine visit={visit} /> : <FileJobRow job={visit.job} />}
            </li>
          ))}
        </ul>
      )}
      {visits.length > limit && (
        <div className="px-gutter pt-3">
          <Button wide onClick={() => setLimit(limit + page)}>
            {m.customers_show_more()}
          </Button>
        </div>
      )}
    </section>
  );
}

function VisitLine({ visit }: { readonly visit: CarVisit }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const km = visit.odometer !== undefined && new Intl.NumberFormat(formats.locale).format(visit.odometer);
  const facts = [
    dayWord(startOfDay(visit.day, formats.timeZone), now, formats),
    km !== false && m.cars_visit_km({ km }),
    m.cars_elsewhere(),
  ];
  return (
    <div className="min-h-16 border-b border-rule bg-surface px-gutter py-2.5">
      <p>{visit.work ?? m.cars_no_work()}</p>
      <p className="text-meta text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}
