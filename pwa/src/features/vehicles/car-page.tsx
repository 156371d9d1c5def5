import { Plus } from 'lucide-react';
import { JobRows } from '#src/components/customers/job-rows.tsx';
import { OwedLines } from '#src/components/customers/owed-lines.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import type { CarFile } from '#src/data/queries/car-file.ts';
import { m } from '#src/words/compiled/messages.js';
import { CarCustomers } from './car-customers.tsx';
import { CarHistory } from './car-history.tsx';

export function CarPage({ file }: { readonly file: CarFile }) {
  const { locale } = useFormats();
  const km = file.odometer !== undefined && new Intl.NumberFormat(locale).format(file.odometer);
  return (
    <div className="flex flex-col pb-6">
      <section className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
        <h2>
          <Plate plate={file.plate} kind={file.kind} size="l" />
        </h2>
        <p className="text-strong empty:hidden">
          {[file.model, km !== false && m.cars_odometer({ km })].filter(Boolean).join(' · ')}
        </p>
        {/* A car that is in the workshop needs no second card. */}
        {file.open.length === 0 && (
          <ButtonLink to={`/jobs/new?plate=${encodeURIComponent(file.plate)}`} icon={Plus} wide>
            {m.cars_new_job()}
          </ButtonLink>
        )}
      </section>
      <OwedLines owed={file} />
      <CarCustomers customers={file.customers} />
      {file.open.length > 0 && (
        <JobRows title={m.cars_open()} jobs={file.open} none={m.customers_none_open()} />
      )}
      <CarHistory visits={file.history} />
    </div>
  );
}
