import { formatMoney } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence } from '#src/words/method-words.ts';
import { excess, received } from './payment-plan.ts';
import { RefundReason } from './refund-reason.tsx';
import type { Pay } from './use-pay.ts';

export interface AskOnceProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: JobDetail;
  readonly pay: Pay;
}

/** One question before more than is due is taken, or money leaves the workshop. */
export function AskOnce({ open, onClose, job, pay }: AskOnceProps) {
  const formats = useFormats();
  const [isMissing, setIsMissing] = useState(false);
  const isTooMuch = pay.isRefund && pay.entry.amount > received(job);
  const words = pay.isRefund ? refundWords(job, pay, formats) : overWords(pay.bill, pay, formats);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button onClick={onClose}>{m.pay_back()}</Button>
          <Button
            variant="fill"
            disabled={pay.isSaving || isTooMuch}
            onClick={() => {
              if (pay.isRefund && pay.reason.trim() === '') {
                setIsMissing(true);
                document.getElementById('refund-reason')?.focus();
                return;
              }
              onClose();
              void pay.save();
            }}
          >
            {words.yes}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      {pay.isRefund && !isTooMuch && <RefundReason pay={pay} isMissing={isMissing} />}
    </Dialog>
  );
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

function overWords(job: JobDetail, { entry: { amount } }: Pay, formats: Formats): Words {
  return {
    title: m.pay_over_title({ amount: formatMoney(excess(job, amount), formats) }),
    text: job.balance > 0 ? m.pay_over_text({ due: formatMoney(job.balance, formats) }) : m.pay_over_none(),
    yes: m.pay_over_save({ amount: formatMoney(amount, formats) }),
  };
}

function refundWords(job: JobDetail, { entry, method }: Pay, formats: Formats): Words {
  const amount = formatMoney(entry.amount, formats);
  const most = received(job);
  if (entry.amount > most)
    return {
      title: m.pay_refund_question({ amount }),
      text: m.waivers_back_most({ amount: formatMoney(most, formats) }),
      yes: m.pay_refund_yes(),
    };
  return {
    title: m.pay_refund_question({ amount }),
    text: m.pay_refund_text({ amount, method: methodInSentence(method) }),
    yes: m.pay_refund_yes(),
  };
}
