import { bareId, formatPhone, isFinished } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { JobRow } from '#src/components/ui/job-row.tsx';
import { useNow, useOtherDesk } from '#src/data/hooks/index.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortStatusWord } from '#src/words/status-words.ts';
import { shortPromiseWord } from '#src/words/time-words.ts';

export interface WorkRowProps {
  readonly job: JobView;
  readonly isLate: boolean;
}

/** A job of the worklist: car and customer, when it was promised, where it stands, what is still to collect. */
export function WorkRow({ job, isLate }: WorkRowProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const desk = useOtherDesk(job.desk);
  const title = [
    job.carModel,
    job.customerName ?? (job.phone === undefined ? m.work_no_name() : formatPhone(job.phone)),
  ];
  const note = [
    job.promisedAt && !isFinished(job.status) && shortPromiseWord(job.promisedAt, now, formats),
    shortStatusWord(job.status),
  ];
  return (
    <JobRow
      to={`/jobs/${bareId(job.id)}`}
      plate={job.plate}
      kind={job.plateKind}
      title={title.filter(Boolean).join(' · ')}
      due={job.billed === undefined ? null : job.balance}
      note={note.filter(Boolean).join(' · ')}
      desk={desk}
      mark={job.mark}
      {...(isLate && { tone: 'late' as const })}
    />
  );
}
