import { addDays, promisedInstant } from '@revops/domain';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { DateChips } from '#src/components/form/date-chips.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useNow, useToday } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { clockWord, dayWord } from '#src/words/time-words.ts';
import type { NewJobValues } from './draft.ts';

/** When the car is promised back: a day, by six in the evening. */
export function PromiseField({ form }: { readonly form: UseFormReturn<NewJobValues> }) {
  const today = useToday();
  const now = useNow(60_000);
  const formats = useFormats();
  const tonight = promisedInstant(today, formats.timeZone);
  const inTwoDays = addDays(today, 2);
  const choices = [
    { value: today, label: m.newjob_today_six({ time: clockWord(tonight, formats) }) },
    { value: addDays(today, 1), label: m.newjob_tomorrow() },
    { value: inTwoDays, label: dayWord(promisedInstant(inTwoDays, formats.timeZone), now, formats) },
  ];
  const error = form.formState.errors.promisedDay?.message;
  return (
    <Controller
      control={form.control}
      name="promisedDay"
      render={({ field }) => (
        <DateChips
          label={m.newjob_promise()}
          // A promise that is over before it is given would be late at once.
          choices={tonight > now ? choices : choices.slice(1)}
          value={field.value === '' ? undefined : field.value}
          onChange={(day) => field.onChange(day ?? '')}
          min={today}
          {...(error !== undefined && { error })}
        />
      )}
    />
  );
}
