import { formatMoney, negateMoney, type Money } from '@revops/domain';
import { Field } from '#src/components/form/field.tsx';
import { amountText } from '#src/components/form/amount-text.ts';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { Ledger, type LedgerLine } from '#src/components/ui/ledger.tsx';
import { DiscountFields, usualReasons } from '#src/components/waivers/discount-fields.tsx';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence } from '#src/words/method-words.ts';
import { Paying } from './paying.tsx';
import type { DeliverValues, ReadDelivery } from './read-delivery.ts';
import { useDeliver, type Delivered } from './use-deliver.ts';

export interface DeliverFormProps {
  readonly job: JobDetail;
  readonly draft: FormDraft<DeliverValues>;
  readonly onDelivered: (what: Delivered) => void;
}

/** Bill, discount, what is paid now and how, until when the rest is due: one look, one button, one save. */
export function DeliverForm({ job, draft, onDelivered }: DeliverFormProps) {
  const formats = useFormats();
  const form = useDeliver(job, draft, onDelivered);
  const { values, change, read, isChecked, isSaving, problem, submit } = form;
  const { plan, before } = read;
  const errorOf = (field: keyof ReadDelivery['errors']) => {
    const error = isChecked ? read.errors[field] : undefined;
    return error === undefined ? {} : { error };
  };
  return (
    <SheetForm saveWord={saveWord(values, read, formats)} isSaving={isSaving} onSubmit={() => void submit()}>
      {draft.line}
      <div className="-mx-4 -mt-4 border-b border-rule">
        <Ledger label={m.deliver_bill()} lines={linesOf(job, read)} total={totalOf(read)} />
      </div>
      <div className="flex flex-wrap gap-2">
        {values.bill === undefined && (
          <Chip onSelect={() => change({ bill: amountText(job.billed, formats.currency) })}>
            {m.deliver_bill_change()}
          </Chip>
        )}
        {before.toCollect > 0 && (
          <Chip
            selected={values.discount !== undefined}
            onSelect={() =>
              change({ discount: values.discount === undefined ? { amount: '', reason: '' } : undefined })
            }
          >
            {m.waivers_discount()}
          </Chip>
        )}
      </div>
      {values.bill !== undefined && (
        <Field
          id="bill"
          label={m.deliver_bill()}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={values.bill}
          onChange={(event) => change({ bill: event.target.value })}
          {...errorOf('bill')}
        />
      )}
      {values.discount !== undefined && (
        <DiscountFields
          {...{ job, isChecked }}
          values={values.discount}
          onChange={(discount) => change({ discount })}
          most={before.toCollect > 0 ? before.toCollect : (0 as Money)}
          reasons={usualReasons()}
        />
      )}
      {plan.toCollect > 0 && <Paying {...{ form, job }} {...errorOf('paid')} />}
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
    </SheetForm>
  );
}

function linesOf(job: JobDetail, { plan, discount }: ReadDelivery): LedgerLine[] {
  const { waiting, confirmed, waived } = job.received;
  const letOff = negateMoney((waived + (discount?.amount ?? 0)) as Money);
  const received = negateMoney((waiting + confirmed) as Money);
  return [
    ...(plan.billed === undefined ? [] : [{ label: m.deliver_bill(), amount: plan.billed }]),
    ...(letOff === 0 ? [] : [{ label: m.waivers_discount(), amount: letOff }]),
    ...(received === 0 ? [] : [{ label: m.deliver_received(), amount: received, tone: 'received' as const }]),
  ];
}

const totalOf = ({ plan: { toCollect } }: ReadDelivery) => ({
  label: toCollect < 0 ? m.deliver_to_give_back() : m.deliver_to_collect(),
  amount: toCollect,
});

function saveWord(values: DeliverValues, { plan }: ReadDelivery, formats: Formats): string {
  const { paid, left } = plan;
  if (paid !== undefined && paid > 0)
    return m.deliver_save_paid({
      amount: formatMoney(paid, formats),
      method: methodInSentence(values.method),
    });
  return left > 0 ? m.deliver_save_due({ amount: formatMoney(left, formats) }) : m.deliver_save();
}
