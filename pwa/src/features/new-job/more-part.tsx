import { currencyExponent, moneyInWords, parseMoney, type PaymentMethod } from '@revops/domain';
import { ChevronDown } from 'lucide-react';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { Field } from '#src/components/form/field.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { MethodPicker } from '#src/components/ui/method-picker.tsx';
import { m } from '#src/words/compiled/messages.js';
import { methodWord } from '#src/words/method-words.ts';
import { DeskField } from './desk-field.tsx';
import type { NewJobValues } from './draft.ts';
import { PromiseField } from './promise-field.tsx';
import { WorkField } from './work-field.tsx';

export interface MorePartProps {
  readonly form: UseFormReturn<NewJobValues>;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** Everything that may be known now or later. */
export function MorePart({ form, open, onToggle }: MorePartProps) {
  return (
    <details
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="group mt-2 border-y border-rule bg-surface"
    >
      <summary className="flex min-h-14 list-none items-center justify-between gap-3 px-gutter text-strong -outline-offset-3 [&::-webkit-details-marker]:hidden">
        {m.newjob_more()}
        <ChevronDown aria-hidden="true" className="size-6 shrink-0 text-ink-2 group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-4 border-t border-rule px-gutter py-4">
        <MoreFields form={form} />
      </div>
    </details>
  );
}

function MoreFields({ form }: Pick<MorePartProps, 'form'>) {
  const { register, formState } = form;
  const text = { autoComplete: 'off', maxLength: 200 } as const;
  const odometerError = formState.errors.odometer?.message;
  return (
    <>
      <Field label={m.newjob_model()} {...text} autoCapitalize="words" {...register('carModel')} />
      <WorkField form={form} />
      <div className="grid items-start gap-4 rail:grid-cols-2">
        <AmountField
          form={form}
          field="estimate"
          label={m.newjob_estimate()}
          hint={m.newjob_estimate_hint()}
        />
        <AmountField form={form} field="advance" label={m.newjob_advance()} />
      </div>
      <AdvanceMethod form={form} />
      <PromiseField form={form} />
      <div className="grid items-start gap-4 rail:grid-cols-2">
        <TextArea label={m.newjob_parts()} rows={2} maxLength={4000} {...register('partsRequired')} />
        <Field label={m.newjob_worker()} {...text} autoCapitalize="words" {...register('workerAssigned')} />
        <Field
          label={m.newjob_odometer()}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          {...register('odometer')}
          {...(odometerError !== undefined && { error: odometerError })}
        />
        <TextArea label={m.newjob_address()} rows={2} maxLength={500} {...register('address')} />
      </div>
      <TextArea
        label={m.newjob_notes()}
        hint={m.newjob_notes_hint()}
        rows={2}
        maxLength={4000}
        {...register('internalNotes')}
      />
      <DeskField form={form} />
    </>
  );
}

interface AmountFieldProps {
  readonly form: UseFormReturn<NewJobValues>;
  readonly field: 'estimate' | 'advance';
  readonly label: string;
  readonly hint?: string;
}

/** An amount, said in words once it is large enough for a zero too many to matter. */
function AmountField({ form, field, label, hint }: AmountFieldProps) {
  const { currency } = useFormats();
  const typed = useWatch({ control: form.control, name: field });
  const amount = parseMoney(typed, currency);
  const isLarge = amount.ok && amount.value > 9999 * 10 ** currencyExponent(currency);
  const shownHint = isLarge ? moneyInWords(amount.value, currency) : hint;
  const error = form.formState.errors[field]?.message;
  return (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      {...form.register(field)}
      {...(shownHint !== undefined && { hint: shownHint })}
      {...(error !== undefined && { error })}
    />
  );
}

const methods: readonly PaymentMethod[] = ['cash', 'upi', 'card', 'bank', 'cheque'];

/** Asked only when there is an advance. */
function AdvanceMethod({ form }: Pick<MorePartProps, 'form'>) {
  const advance = useWatch({ control: form.control, name: 'advance' });
  if (advance.trim() === '') return null;
  return (
    <Controller
      control={form.control}
      name="advanceMethod"
      render={({ field }) => (
        <MethodPicker
          label={m.newjob_advance_method()}
          options={methods.map((method) => ({
            value: method,
            label: method === 'bank' ? m.newjob_bank() : methodWord(method),
          }))}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    />
  );
}
