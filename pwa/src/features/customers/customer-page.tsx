import { formatPhone } from '@revops/domain';
import { CarRow } from '#src/components/customers/car-row.tsx';
import { JobRows } from '#src/components/customers/job-rows.tsx';
import { RemindButton } from '#src/components/customers/remind-button.tsx';
import { OwedLines } from '#src/components/customers/owed-lines.tsx';
import { ReachLinks } from '#src/components/people/reach-links.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import { m } from '#src/words/compiled/messages.js';

export interface CustomerPageProps {
  readonly file: CustomerFile;
}

export function CustomerPage({ file }: CustomerPageProps) {
  const { workshopName: workshop } = useSession();
  const { name, phone, address, due } = file;
  const greeting =
    name === undefined ? m.customers_message_plain({ workshop }) : m.customers_message({ workshop, name });
  return (
    <div className="flex flex-col pb-6">
      <section className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
        <div>
          <h2 className="text-title">{name ?? m.customers_no_name()}</h2>
          {phone !== undefined && <p className="text-ink-2">{formatPhone(phone)}</p>}
          {address !== undefined && <p className="whitespace-pre-line text-ink-2">{address}</p>}
        </div>
        {phone !== undefined && <ReachLinks phone={phone} message={greeting} />}
      </section>
      <OwedLines owed={file} />
      {due > 0 && (
        <div className="px-gutter pt-3">
          <RemindButton file={file} />
        </div>
      )}
      {file.cars.length > 0 && (
        <section>
          <SectionHeading count={file.cars.length}>{m.customers_cars()}</SectionHeading>
          <ul className="border-t border-rule">
            {file.cars.map((car) => (
              <li key={car.plate}>
                <CarRow car={car} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {file.open.length > 0 && (
        <JobRows title={m.customers_open()} jobs={file.open} none={m.customers_none_open()} />
      )}
      <JobRows title={m.customers_past()} jobs={file.past} none={m.customers_no_past()} />
    </div>
  );
}
