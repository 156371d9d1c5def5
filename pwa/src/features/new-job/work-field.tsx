import { useWatch, type UseFormReturn } from 'react-hook-form';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useComplaintChips } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import type { NewJobValues } from './draft.ts';

const parts = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What is to be done; what is asked for most here is one tap each. */
export function WorkField({ form }: { readonly form: UseFormReturn<NewJobValues> }) {
  const complaints = useComplaintChips();
  const text = useWatch({ control: form.control, name: 'workDescription' });
  const chosen = parts(text);
  const toggle = (complaint: string) => {
    const next = chosen.includes(complaint)
      ? chosen.filter((part) => part !== complaint)
      : [...chosen, complaint];
    form.setValue('workDescription', next.join(', '));
  };
  return (
    <div className="flex flex-col gap-2">
      <TextArea label={m.newjob_work()} rows={2} maxLength={4000} {...form.register('workDescription')} />
      {complaints.status === 'ready' && complaints.value.length > 0 && (
        <fieldset aria-label={m.newjob_complaints()} className="flex min-w-0 flex-wrap gap-2">
          {complaints.value.map((complaint) => (
            <Chip key={complaint} selected={chosen.includes(complaint)} onSelect={() => toggle(complaint)}>
              {complaint}
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  );
}
