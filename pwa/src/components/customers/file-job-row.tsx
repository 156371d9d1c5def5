import { bareId, isFinished, isLate } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { JobRow } from '#src/components/ui/job-row.tsx';
import { useNow, useOtherDesk } from '#src/data/hooks/index.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortStatusWord } from '#src/words/status-words.ts';
import { shortDayWord, shortPromiseWord } from '#src/words/time-words.ts';

/** A job on the page of its customer or car: what was done, when, and what of it is open. */
export function FileJobRow({ job }: { readonly job: JobView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const desk = useOtherDesk(job.desk);
  const isOver = isFinished(job.status);
  const when = isOver
    ? shortDayWord(job.deliveredAt ?? job.completedAt ?? job.createdAt, now, formats)
    : job.promisedAt && shortPromiseWord(job.promisedAt, now, formats);
  return (
    <JobRow
      to={`/jobs/${bareId(job.id)}`}
      plate={job.plate}
      kind={job.plateKind}
      title={job.workDescription ?? job.carModel ?? m.cars_no_work()}
      due={job.billed === undefined ? null : job.balance}
      note={[when, shortStatusWord(job.status)].filter(Boolean).join(' · ')}
      desk={desk}
      mark={job.mark}
      {...(isLate(job.promisedAt, isOver, now) && { tone: 'late' as const })}
    />
  );
}
