import { formatMoney } from '@revops/domain';
import { useState } from 'react';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { MethodChoice } from '#src/components/form/method-choice.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { AmountDisplay } from '#src/components/ui/amount-display.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Keypad } from '#src/components/ui/keypad.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence } from '#src/words/method-words.ts';
import { UpiQr } from '#src/components/upi/upi-qr.tsx';
import { CashWarning } from '#src/components/waivers/cash-warning.tsx';
import { AskOnce } from './ask-once.tsx';
import { billHint, billLabel } from './bill-words.ts';
import { DiscountLayer } from './discount-layer.tsx';
import { PayChips } from './pay-chips.tsx';
import { excess } from './payment-plan.ts';
import { usePay, type PayValues } from './use-pay.ts';
import { UtrSheet } from './utr-sheet.tsx';

export interface PayFormProps {
  readonly draft: FormDraft<PayValues>;
  readonly job: JobDetail;
  readonly onDone: () => void;
}

/** Amount, method, save. What could be a slip of the thumb is asked about once. */
export function PayForm({ job, onDone, draft }: PayFormProps) {
  const formats = useFormats();
  const pay = usePay(job, onDone, draft);
  const [layer, setLayer] = useState<'qr' | 'utr' | 'ask' | 'discount' | undefined>();
  const { amount } = pay.entry;
  const close = () => setLayer(undefined);
  const submit = () => {
    if (amount <= 0) return;
    if (pay.isRefund || excess(pay.bill, amount) > 0) setLayer('ask');
    else void pay.save();
  };
  const said = { amount: formatMoney(amount, formats), method: methodInSentence(pay.method) };
  return (
    <TaskScreen
      title={pay.isRefund ? m.pay_refund_title() : m.pay_title()}
      onBack={onDone}
      trailing={
        <span className="pe-2">
          <Plate plate={job.plate} kind={job.plateKind} />
        </span>
      }
      onSubmit={submit}
      footer={
        <>
          {pay.problem !== undefined && (
            <p role="alert" className="pb-2 font-semibold text-refused">
              {pay.problem}
            </p>
          )}
          <Button type="submit" variant="fill" size="main" wide disabled={amount <= 0 || pay.isSaving}>
            {amount <= 0 ? m.pay_amount_first() : pay.isRefund ? m.pay_save_refund(said) : m.pay_save(said)}
          </Button>
        </>
      }
    >
      {draft.line}
      {/* The keys lie under the thumb, right above the button: the screen less its top bar and footer. */}
      <div className="mx-auto flex min-h-[calc(100dvh-8.75rem-env(safe-area-inset-top)-env(safe-area-inset-bottom))] max-w-md flex-col rail:min-h-0">
        <AmountDisplay
          label={billLabel(pay.bill, formats)}
          entry={pay.entry}
          hint={billHint(pay.bill, amount, pay.isRefund, formats)}
        />
        <div className="flex flex-1 flex-col gap-2 px-4 py-3 [@media(height<42rem)]:py-1.5">
          <MethodChoice value={pay.method} onChange={pay.setMethod} />
          <PayChips
            job={job}
            pay={pay}
            onQr={() => setLayer('qr')}
            onUtr={() => setLayer('utr')}
            onDiscount={() => setLayer('discount')}
          />
          {!pay.isRefund && <CashWarning jobId={job.id} method={pay.method} amount={amount} />}
        </div>
        <Keypad entry={pay.entry} onChange={pay.setEntry} />
      </div>
      <UpiQr
        open={layer === 'qr'}
        onClose={close}
        job={job}
        payment={{ id: pay.id, amount }}
        isSaving={pay.isSaving}
        onSave={submit}
      />
      <UtrSheet open={layer === 'utr'} onClose={close} value={pay.utr} onChange={pay.setUtr} />
      <DiscountLayer open={layer === 'discount'} onClose={close} job={job} pay={pay} />
      <AskOnce open={layer === 'ask'} onClose={close} job={job} pay={pay} />
    </TaskScreen>
  );
}
