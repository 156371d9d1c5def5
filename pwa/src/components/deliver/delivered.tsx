import { bareId, formatMoney, formatPlate, negateMoney, whatsappUrl } from '@revops/domain';
import { Check, FileText, MessageCircle } from 'lucide-react';
import { Reach } from '#src/components/people/reach-links.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence } from '#src/words/method-words.ts';
import type { Delivered as What } from './use-deliver.ts';

export interface DeliveredProps {
  readonly job: JobDetail;
  readonly what: What;
  readonly onClose: () => void;
}

/** The car has left: what was saved, and what usually follows, each one tap away. */
export function Delivered({ job, what, onClose }: DeliveredProps) {
  const formats = useFormats();
  const message = useMessage(job, what);
  const papers = `/jobs/${bareId(job.id)}/papers?paper=`;
  const waits = job.waivers.some(({ amount, state }) => amount === what.discount && state === 'waiting');
  const said = (amount: number) => ({ amount: formatMoney(amount as typeof what.paid, formats) });
  const facts = [
    what.paid > 0 && m.deliver_saved_paid({ ...said(what.paid), method: methodInSentence(what.method) }),
    what.discount !== undefined &&
      (waits
        ? m.deliver_saved_discount_waits(said(what.discount))
        : m.deliver_saved_discount(said(what.discount))),
    what.left > 0 && m.deliver_saved_due(said(what.left)),
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-3 p-4">
      <output className="flex items-center gap-2 text-title text-received">
        <Check aria-hidden="true" className="size-6 shrink-0" strokeWidth={3} />
        {m.deliver_saved({ number: job.number })}
      </output>
      {facts.length > 0 && <p>{facts.join(' ')}</p>}
      <RowMark state={job.mark} />
      {job.balance < 0 && (
        <ButtonLink to={`/jobs/${bareId(job.id)}/pay`} size="main" wide>
          {m.deliver_give_back(said(negateMoney(job.balance)))}
        </ButtonLink>
      )}
      {job.phone !== undefined && (
        <Reach href={whatsappUrl(job.phone, message)} icon={MessageCircle}>
          {m.deliver_message()}
        </Reach>
      )}
      <ButtonLink
        to={`${papers}${encodeURIComponent(what.paymentId ?? 'bill')}`}
        icon={FileText}
        size="main"
        wide
      >
        {what.paymentId === undefined ? m.deliver_bill_paper() : m.deliver_receipt()}
      </ButtonLink>
      <Button variant="fill" size="main" wide onClick={onClose}>
        {m.deliver_done()}
      </Button>
    </div>
  );
}

/** What the customer gets on WhatsApp. */
function useMessage(job: JobDetail, { billed, paid, discount, left }: What): string {
  const formats = useFormats();
  const { workshopName: workshop } = useSession();
  const write = (amount: typeof paid) => formatMoney(amount, formats);
  return [
    m.deliver_message_text({
      workshop,
      plate: formatPlate(job.plate),
      number: job.number,
      billed: billed === undefined ? '' : write(billed),
    }),
    discount !== undefined && m.deliver_message_discount({ amount: write(discount) }),
    paid > 0 && m.deliver_message_paid({ amount: write(paid) }),
    left > 0 && m.deliver_message_due({ amount: write(left) }),
  ]
    .filter(Boolean)
    .join(' ');
}
