import { formatMoney, subtractMoney } from '@revops/domain';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { prefilled } from '#src/components/ui/keypad-entry.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { received, suggestedAmount } from './payment-plan.ts';
import type { Pay } from './use-pay.ts';

export interface PayChipsProps {
  readonly job: JobDetail;
  readonly pay: Pay;
  readonly onQr: () => void;
  readonly onUtr: () => void;
  readonly onDiscount: () => void;
}

/** Shortcuts: the whole balance, the QR, the bank's reference, and the way back for money. */
export function PayChips({ job, pay, onQr, onUtr, onDiscount }: PayChipsProps) {
  const formats = useFormats();
  const session = useSession();
  const all = suggestedAmount(pay.bill, pay.isRefund);
  const letOff = subtractMoney(job.balance, pay.bill.balance);
  const mayLetOff = session.role === 'owner' || job.desk === session.userId;
  const isUpi = pay.method === 'upi' && !pay.isRefund;
  const hasReference = pay.method === 'upi' || pay.method === 'bank' || pay.method === 'cheque';
  return (
    <div className="flex flex-wrap gap-2 *:grow">
      {all > 0 && (
        <Chip selected={pay.entry.amount === all} onSelect={() => pay.setEntry(prefilled(all))}>
          {m.pay_all({ amount: formatMoney(all, formats) })}
        </Chip>
      )}
      {isUpi && pay.entry.amount > 0 && <Chip onSelect={onQr}>{m.pay_show_qr()}</Chip>}
      {hasReference && (
        <Chip selected={pay.utr !== ''} onSelect={onUtr}>
          {pay.utr === '' ? m.pay_utr() : m.pay_utr_set({ utr: pay.utr })}
        </Chip>
      )}
      {mayLetOff && !pay.isRefund && job.billed !== undefined && job.balance > 0 && (
        <Chip selected={letOff > 0} onSelect={onDiscount}>
          {letOff > 0
            ? m.waivers_discount_of({ amount: formatMoney(letOff, formats) })
            : m.waivers_discount()}
        </Chip>
      )}
      {(received(job) > 0 || pay.isRefund) && (
        <Chip selected={pay.isRefund} onSelect={() => pay.turn(!pay.isRefund)}>
          {pay.isRefund ? m.pay_take() : m.pay_refund()}
        </Chip>
      )}
    </div>
  );
}
