import { bareId, formatMoney, isFinished } from '@revops/domain';
import { CarFront, ContactRound, Pencil } from 'lucide-react';
import { useState } from 'react';
import { ReachLinks } from '#src/components/people/reach-links.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { useNow, useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import { promiseWord } from '#src/words/time-words.ts';
import { EditSheet } from './edit-sheet.tsx';
import { JobDesk } from './job-desk.tsx';
import { JobTrack } from './job-track.tsx';

export interface JobHeadProps {
  readonly job: JobDetail;
}

/** The plate as the heading, whose car it is, and the ways to reach them. */
export function JobHead({ job }: JobHeadProps) {
  const [isEditing, setIsEditing] = useState(false);
  const formats = useFormats();
  const now = useNow(60_000);
  const { workshopName } = useSession();
  const promise =
    job.promisedAt !== undefined && !isFinished(job.status)
      ? m.job_promised({ promise: promiseWord(job.promisedAt, now, formats) })
      : undefined;
  return (
    <section className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0">
          <Plate plate={job.plate} kind={job.plateKind} size="l" />
        </h2>
        <IconButton icon={Pencil} label={m.job_edit()} className="-me-3" onClick={() => setIsEditing(true)} />
      </div>
      <div>
        <p className="text-strong">
          {[job.carModel, job.customerName ?? m.work_no_name()].filter(Boolean).join(' · ')}
        </p>
        <p className="line-clamp-3 text-ink-2">
          {[job.workDescription, promise].filter(Boolean).join(' · ')}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 pt-1">
          <RowMark state={job.mark} />
        </p>
      </div>
      <JobTrack status={job.status} />
      {job.phone !== undefined && (
        <ReachLinks phone={job.phone} message={messageOf(job, workshopName, formats)} />
      )}
      <div className="-my-2 grid grid-cols-2 gap-2">
        <ButtonLink
          to={`/customers/${bareId(job.document.customerId)}`}
          variant="text"
          icon={ContactRound}
          className="whitespace-nowrap"
        >
          {m.customers_of_job()}
        </ButtonLink>
        <ButtonLink
          to={`/customers/car/${encodeURIComponent(job.plate)}`}
          variant="text"
          icon={CarFront}
          className="whitespace-nowrap"
        >
          {m.customers_car_of_job()}
        </ButtonLink>
      </div>
      <JobDesk job={job} />
      <EditSheet job={job} open={isEditing} onClose={() => setIsEditing(false)} />
    </section>
  );
}

function messageOf(job: JobDetail, workshop: string, formats: Formats): string {
  const said = { workshop, plate: job.plate, number: job.number, status: statusWord(job.status) };
  if (job.billed === undefined || job.balance <= 0) return m.job_message_open(said);
  return m.job_message_due({ ...said, amount: formatMoney(job.balance, formats) });
}
