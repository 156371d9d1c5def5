import { formatPhone, isFinished, isLate } from '@revops/domain';
import { UserRound } from 'lucide-react';
import { Due } from '#src/components/ui/due.tsx';
import type { Formats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortDayWord, shortPromiseWord } from '#src/words/time-words.ts';

export interface CardContext {
  readonly formats: Formats;
  readonly now: string;
  /** Undefined where only one desk is seen. */
  readonly deskName: (id: string) => string | undefined;
}

export interface CardFaceProps {
  readonly job: JobView;
  readonly context: CardContext;
}

/** What a card shows: plate, car and customer, when it was promised, what is still to collect. */
export function CardFace({ job, context }: CardFaceProps) {
  const { formats, now, deskName } = context;
  const isOver = isFinished(job.status);
  const ended = job.deliveredAt ?? job.completedAt;
  const late = isLate(job.promisedAt, isOver, now);
  const when = isOver
    ? ended && shortDayWord(ended, now, formats)
    : job.promisedAt && shortPromiseWord(job.promisedAt, now, formats);
  const desk = deskName(job.desk);
  const who = job.customerName ?? (job.phone === undefined ? m.work_no_name() : formatPhone(job.phone));
  return (
    <span className="flex flex-col gap-1">
      <span className="pe-8">
        <Plate plate={job.plate} kind={job.plateKind} />
      </span>
      <span className="line-clamp-2 text-meta text-ink-2">
        {[job.carModel, who].filter(Boolean).join(' · ')}
      </span>
      {job.workDescription !== undefined && (
        <span className="line-clamp-2 text-meta">{job.workDescription}</span>
      )}
      <span className="flex flex-wrap items-center justify-between gap-x-2">
        <span className={`text-meta ${late ? 'font-semibold text-refused' : 'text-ink-2'}`}>
          {late && <span className="sr-only">{m.jobs_late()} </span>}
          {when}
        </span>
        <span className="ms-auto font-bold">
          {job.billed === undefined ? (
            <span className="text-meta font-normal text-ink-3">{m.ui_no_bill_yet()}</span>
          ) : (
            <Due amount={job.balance} />
          )}
        </span>
      </span>
      <span className="flex min-w-0 items-center justify-between gap-2 text-meta text-ink-2">
        {desk === undefined ? (
          <span translate="no">{job.number}</span>
        ) : (
          <span className="flex min-w-0 items-center gap-1">
            <UserRound aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
            <span className="sr-only">{m.ui_desk_of()} </span>
            <span className="truncate">{desk}</span>
          </span>
        )}
        <RowMark state={job.mark} compact />
      </span>
    </span>
  );
}
