import { formatPhone } from '@revops/domain';
import type { ReactNode } from 'react';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { dayWord, momentWord } from '#src/words/time-words.ts';

/** What is written on the card; what nobody wrote is left out. */
export function JobCard({ job }: { readonly job: JobDetail }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { document } = job;
  const km =
    document.odometer !== undefined && new Intl.NumberFormat(formats.locale).format(document.odometer);
  const bothAmounts = document.billedAmount !== undefined && document.estimatedAmount !== undefined;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [m.job_card_phone(), job.phone !== undefined && formatPhone(job.phone)],
    [m.job_card_work(), job.workDescription],
    [
      m.job_card_estimate(),
      bothAmounts && document.estimatedAmount !== undefined && <Money amount={document.estimatedAmount} />,
    ],
    [m.job_card_promise(), job.promisedAt !== undefined && momentWord(job.promisedAt, now, formats)],
    [m.job_card_due(), document.dueAt !== undefined && dayWord(document.dueAt, now, formats)],
    [m.job_card_parts(), document.partsRequired],
    [m.job_card_worker(), document.workerAssigned],
    [m.job_card_odometer(), km !== false && m.job_card_km({ km })],
    [m.job_card_address(), document.address],
    [m.job_card_notes(), document.internalNotes],
    [m.job_card_in(), momentWord(job.createdAt, now, formats)],
  ];
  return (
    <section>
      <SectionHeading>{m.job_card()}</SectionHeading>
      <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] border-y border-rule bg-surface">
        {lines
          .filter(([, value]) => value !== undefined && value !== false)
          .map(([label, value]) => (
            <div
              key={label}
              className="col-span-2 grid grid-cols-subgrid gap-x-4 border-b border-rule px-gutter py-2.5 last:border-b-0"
            >
              <dt className="max-w-40 text-ink-2">{label}</dt>
              <dd className="min-w-0 whitespace-pre-line">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
