import { formatMoney, type Money, type WaiverInput } from '@revops/domain';
import { useState } from 'react';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { amountText } from '#src/components/form/amount-text.ts';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { useSaving } from '#src/components/form/use-saving.ts';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { DiscountFields, usualReasons } from './discount-fields.tsx';
import { readDiscount, type DiscountValues } from './read-discount.ts';

export interface DiscountFormProps {
  readonly onClose: () => void;
  readonly job: JobDetail;
  readonly draft: FormDraft<DiscountValues>;
}

/** A discount on its own, or an old due that will not be paid any more. */
export function DiscountForm({ onClose, job, draft }: DiscountFormProps) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const [values, setValues] = useState<DiscountValues>({ amount: '', reason: '', ...draft.left });
  useKeep(draft, values.amount === '' && values.reason === '' ? undefined : values);
  const [isChecked, setIsChecked] = useState(false);
  const { isSaving, problem, save } = useSaving();
  const { amount, errors } = readDiscount(values, job.balance, formats);
  const isOld = job.status === 'delivered';
  const submit = async () => {
    setIsChecked(true);
    if (amount === undefined) return document.getElementById('discount')?.focus();
    if (errors.reason !== undefined) return document.getElementById('discount-reason')?.focus();
    const input: WaiverInput = { amount, reason: values.reason.trim() };
    if ((await save(() => acts.waive(job.id, input))) === undefined) return undefined;
    draft.done();
    return onClose();
  };
  return (
    <SheetForm
      saveWord={
        amount === undefined
          ? m.waivers_save_plain()
          : m.waivers_save({ amount: formatMoney(amount, formats) })
      }
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      {draft.line}
      {isOld && (
        <WholeRest
          amount={job.balance}
          onChoose={() =>
            setValues({ amount: amountText(job.balance, formats.currency), reason: m.waivers_reason_lost() })
          }
        />
      )}
      <DiscountFields
        {...{ job, values, isChecked }}
        onChange={setValues}
        most={job.balance}
        reasons={isOld ? [...usualReasons(), m.waivers_reason_lost()] : usualReasons()}
      />
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
    </SheetForm>
  );
}

/** An old due that nobody expects any more. */
function WholeRest({ amount, onChoose }: { readonly amount: Money; readonly onChoose: () => void }) {
  const formats = useFormats();
  return <Chip onSelect={onChoose}>{m.waivers_write_off({ amount: formatMoney(amount, formats) })}</Chip>;
}
