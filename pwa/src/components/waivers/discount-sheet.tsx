import { useLaterDeliver } from '#src/components/deliver/use-later-deliver.ts';
import { Draft } from '#src/components/drafts/draft.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { DiscountValues } from './read-discount.ts';

export interface DiscountSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: JobDetail;
}

/** Lets off a part of the bill, or writes off what will not be paid any more. */
export function DiscountSheet({ open, onClose, job }: DiscountSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.waivers_sheet_title()}>
      <Inside onClose={onClose} job={job} />
    </Sheet>
  );
}

function Inside({ onClose, job }: Omit<DiscountSheetProps, 'open'>) {
  const later = useLaterDeliver();
  if (later === 'loading') return <Skeleton label={m.waivers_loading()} rows={3} />;
  if (later === 'missing') return <p className="p-4">{m.waivers_not_here()}</p>;
  const { DiscountForm } = later;
  return (
    <Draft<DiscountValues> form="waive" about={job.id}>
      {(draft) => <DiscountForm onClose={onClose} job={job} draft={draft} />}
    </Draft>
  );
}
