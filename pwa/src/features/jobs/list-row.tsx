import { bareId, formatPhone, isFinished, isLate } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { JobRow } from '#src/components/ui/job-row.tsx';
import { useNow, useOtherDesk } from '#src/data/hooks/index.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortStatusWord } from '#src/words/status-words.ts';
import { shortDayWord, shortPromiseWord } from '#src/words/time-words.ts';

export interface ListRowProps {
  readonly job: JobView;
}

/** A job in the list: open ones with their promise, finished ones with the day that ended them. */
export function ListRow({ job }: ListRowProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const desk = useOtherDesk(job.desk);
  const isOver = isFinished(job.status);
  const ended = job.deliveredAt ?? job.completedAt;
  const when = isOver
    ? ended && shortDayWord(ended, now, formats)
    : job.promisedAt && shortPromiseWord(job.promisedAt, now, formats);
  const title = [
    job.carModel,
    job.customerName ?? (job.phone === undefined ? m.work_no_name() : formatPhone(job.phone)),
  ];
  return (
    <JobRow
      to={`/jobs/${bareId(job.id)}`}
      plate={job.plate}
      kind={job.plateKind}
      title={title.filter(Boolean).join(' · ')}
      due={job.billed === undefined ? null : job.balance}
      note={[when, shortStatusWord(job.status)].filter(Boolean).join(' · ')}
      desk={desk}
      mark={job.mark}
      {...(isLate(job.promisedAt, isOver, now) && { tone: 'late' as const })}
    />
  );
}
