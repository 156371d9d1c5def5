import { addDays, formatMoney, type Money } from '@revops/domain';
import { useState } from 'react';
import { amountText } from '#src/components/form/amount-text.ts';
import { DateChips } from '#src/components/form/date-chips.tsx';
import { Field } from '#src/components/form/field.tsx';
import { MethodChoice } from '#src/components/form/method-choice.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { UpiQr } from '#src/components/upi/upi-qr.tsx';
import { CashWarning } from '#src/components/waivers/cash-warning.tsx';
import { useToday } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { useDeliver } from './use-deliver.ts';

type DeliverFormState = ReturnType<typeof useDeliver>;

export interface PayingProps {
  readonly form: DeliverFormState;
  readonly job: JobDetail;
  readonly error?: string;
}

/** What is paid of it now, how, and when the rest is due. */
export function Paying({ form, job, error }: PayingProps) {
  const { values, change, read } = form;
  const formats = useFormats();
  const { plan } = read;
  const paid = plan.paid ?? (0 as Money);
  const hasReference = values.method === 'upi' || values.method === 'bank' || values.method === 'cheque';
  return (
    <>
      <Field
        id="paid"
        label={m.deliver_paid()}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={values.paid ?? amountText(plan.toCollect, formats.currency)}
        onChange={(event) => change({ paid: event.target.value })}
        {...(error !== undefined && { error })}
      />
      <div className="flex flex-wrap gap-2">
        <Chip selected={values.paid === undefined} onSelect={() => change({ paid: undefined })}>
          {m.deliver_paid_all({ amount: formatMoney(plan.toCollect, formats) })}
        </Chip>
        <Chip selected={values.paid === '0'} onSelect={() => change({ paid: '0' })}>
          {m.deliver_paid_none()}
        </Chip>
      </div>
      {paid > 0 && <MethodChoice value={values.method} onChange={(method) => change({ method })} />}
      {paid > 0 && values.method === 'upi' && (
        <ShowQr {...{ job, form }} payment={{ id: values.id, amount: paid }} />
      )}
      {paid > 0 && hasReference && (
        <Field
          label={m.deliver_utr()}
          optional
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={values.utr}
          onChange={(event) => change({ utr: event.target.value })}
        />
      )}
      <CashWarning jobId={job.id} method={values.method} amount={paid} />
      {plan.left > 0 && (
        <RestDue left={plan.left} day={values.dueDay} onChange={(dueDay) => change({ dueDay })} />
      )}
    </>
  );
}

interface ShowQrProps {
  readonly job: JobDetail;
  readonly form: DeliverFormState;
  readonly payment: { readonly id: string; readonly amount: Money };
}

/** The code for the customer's camera; its button saves all of the sheet. */
function ShowQr({ job, form, payment }: ShowQrProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button wide onClick={() => setIsOpen(true)} aria-haspopup="dialog">
        {m.pay_show_qr()}
      </Button>
      <UpiQr
        open={isOpen}
        onClose={() => setIsOpen(false)}
        {...{ job, payment }}
        isSaving={form.isSaving}
        onSave={() => {
          // Whoever shows the code wants this very payment: it keeps its id also where the sheet is left.
          void form.submit();
        }}
      />
    </>
  );
}

interface RestDueProps {
  readonly left: Money;
  readonly day: string;
  readonly onChange: (day: string) => void;
}

function RestDue({ left, day, onChange }: RestDueProps) {
  const formats = useFormats();
  const today = useToday();
  const choices = [
    { value: addDays(today, 1), label: m.deliver_rest_tomorrow() },
    { value: addDays(today, 7), label: m.deliver_rest_week() },
    { value: addDays(today, 30), label: m.deliver_rest_month() },
  ];
  return (
    <DateChips
      label={m.deliver_rest({ amount: formatMoney(left, formats) })}
      optional
      choices={choices}
      min={today}
      value={day === '' ? undefined : day}
      onChange={(value) => onChange(value ?? '')}
    />
  );
}
