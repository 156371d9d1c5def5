import { useState } from 'react';
import { Draft } from '#src/components/drafts/draft.tsx';
import { DeliverQuestion, type DeliverQuestionProps } from '#src/components/job-moves/deliver-question.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useJob } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import type { DeliverValues } from './read-delivery.ts';
import type { Delivered } from './use-deliver.ts';
import { useLaterDeliver } from './use-later-deliver.ts';

export interface DeliverSheetProps extends DeliverQuestionProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Deliver and collect: one sheet, one transaction. */
export function DeliverSheet({ open, onClose, ...question }: DeliverSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.deliver_title()}>
      <Inside onClose={onClose} {...question} />
    </Sheet>
  );
}

function Inside({ onClose, ...question }: Omit<DeliverSheetProps, 'open'>) {
  const jobId = question.job.id;
  const later = useLaterDeliver();
  const job = useJob(jobId);
  const [what, setWhat] = useState<Delivered | undefined>();
  if (later === 'missing') return <DeliverQuestion {...question} />;
  const value = job.status === 'ready' ? job.value : undefined;
  if (later === 'loading' || value === undefined) return <Skeleton label={m.deliver_loading()} rows={4} />;
  const { DeliverForm, Delivered } = later;
  if (what !== undefined) return <Delivered job={value} what={what} onClose={onClose} />;
  return (
    <Draft<DeliverValues> form="deliver" about={jobId}>
      {(draft) => <DeliverForm job={value} draft={draft} onDelivered={setWhat} />}
    </Draft>
  );
}
