import { useLaterDeliver } from '#src/components/deliver/use-later-deliver.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { Pay } from './use-pay.ts';

export interface DiscountLayerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: JobDetail;
  readonly pay: Pay;
}

/** A discount beside the payment: kept with it here, saved with it in one. */
export function DiscountLayer({ open, onClose, job, pay }: DiscountLayerProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.waivers_sheet_title()}>
      <Inside onClose={onClose} job={job} pay={pay} />
    </Sheet>
  );
}

function Inside({ onClose, job, pay }: Omit<DiscountLayerProps, 'open'>) {
  const later = useLaterDeliver();
  if (later === 'loading') return <Skeleton label={m.waivers_loading()} rows={3} />;
  if (later === 'missing') return <p className="p-4">{m.waivers_not_here()}</p>;
  const { DiscountKeep } = later;
  return (
    <DiscountKeep
      job={job}
      discount={pay.discount}
      onKeep={(discount) => {
        pay.setDiscount(discount);
        onClose();
      }}
    />
  );
}
