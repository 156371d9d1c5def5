import { addDays } from '@revops/domain';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { DateChips } from '#src/components/form/date-chips.tsx';
import { Field } from '#src/components/form/field.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { useToday } from '#src/data/hooks/index.ts';
import { useLearnedWords } from '#src/data/hooks/use-learned-words.ts';
import { m } from '#src/words/compiled/messages.js';
import type { CardValues } from './card-form.ts';
import { WordedField } from './worded-field.tsx';

/** The fields of the card, those changed most often first. */
export function EditFields({ form }: { readonly form: UseFormReturn<CardValues> }) {
  const { register, formState } = form;
  const { parts, workers, notes } = useLearnedWords();
  const wrong = (field: keyof CardValues) => {
    const message = formState.errors[field]?.message;
    return message === undefined ? {} : { error: message };
  };
  const text = { autoComplete: 'off', maxLength: 200 } as const;
  const amount = { autoComplete: 'off', inputMode: 'decimal', maxLength: 20 } as const;
  return (
    <>
      <Field
        label={m.job_card_customer()}
        {...text}
        {...register('customerName')}
        {...wrong('customerName')}
      />
      <Field
        label={m.job_card_phone()}
        type="tel"
        autoComplete="off"
        {...register('phone')}
        {...wrong('phone')}
      />
      <Field label={m.job_card_model()} {...text} {...register('carModel')} />
      <TextArea label={m.job_card_work()} maxLength={4000} {...register('workDescription')} />
      <Field
        label={m.job_card_estimate()}
        {...amount}
        {...register('estimatedAmount')}
        {...wrong('estimatedAmount')}
      />
      <Field
        label={m.job_card_billed()}
        hint={m.job_edit_billed_hint()}
        {...amount}
        {...register('billedAmount')}
        {...wrong('billedAmount')}
      />
      <PromiseField form={form} />
      <Field label={m.job_card_due()} type="date" {...register('dueDay')} />
      <WordedField
        {...{ form, words: parts, rows: 2, maxLength: 4000 }}
        name="partsRequired"
        label={m.job_card_parts()}
      />
      <WordedField
        {...{ form, words: workers, rows: 1, maxLength: 200 }}
        name="workerAssigned"
        label={m.job_card_worker()}
      />
      <Field
        label={m.job_card_odometer()}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        {...register('odometer')}
        {...wrong('odometer')}
      />
      <TextArea label={m.job_card_address()} rows={2} maxLength={500} {...register('address')} />
      <WordedField
        {...{ form, words: notes, rows: 2, maxLength: 4000 }}
        name="internalNotes"
        label={m.job_card_notes()}
      />
    </>
  );
}

function PromiseField({ form }: { readonly form: UseFormReturn<CardValues> }) {
  const today = useToday();
  const choices = [
    { value: today, label: m.job_promise_today() },
    { value: addDays(today, 1), label: m.job_promise_tomorrow() },
  ];
  return (
    <Controller
      control={form.control}
      name="promisedDay"
      render={({ field }) => (
        <DateChips
          label={m.job_card_promise()}
          choices={choices}
          value={field.value === '' ? undefined : field.value}
          onChange={(day) => field.onChange(day ?? '')}
        />
      )}
    />
  );
}
