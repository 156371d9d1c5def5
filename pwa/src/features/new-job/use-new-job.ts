import { normalizePlate } from '@revops/domain';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import { useToday } from '#src/data/hooks/index.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { emptyValues, hasMore, isEmpty, readValues, type NewJobValues } from './draft.ts';
import { fieldOrder, readForm } from './read-form.ts';
import type { SavedJob } from './saved-screen.tsx';

/** The form, its draft and its saving. */
export function useNewJob(onSaved: (saved: SavedJob) => void, draft: FormDraft<NewJobValues>) {
  const formats = useFormats();
  const today = useToday();
  const acts = useActs(draft.key);
  const [start] = useStart(draft.left);
  const { keep } = draft;
  const [isMoreOpen, setIsMoreOpen] = useState(() => hasMore(start) || isWide());
  const [problem, setProblem] = useState<string | undefined>();
  const [isSaving, setIsSaving] = useState(false);
  const form = useForm<NewJobValues>({ defaultValues: start });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => keep(isEmpty(values) ? undefined : values),
      }),
    [form, keep],
  );

  const refuse = (errors: Partial<Record<keyof NewJobValues, string>>) => {
    if (hasMore(errors)) setIsMoreOpen(true);
    const wrong = fieldOrder.filter((field) => errors[field] !== undefined);
    for (const field of wrong) form.setError(field, { message: errors[field] ?? '' });
    const first = wrong[0];
    // After the folded part has opened: a hidden field takes no focus.
    if (first !== undefined) setTimeout(() => form.setFocus(first));
  };
  const save = async (values: NewJobValues) => {
    const read = readForm(values, formats, today);
    if ('errors' in read) return refuse(read.errors);
    setIsSaving(true);
    setProblem(undefined);
    try {
      const saved = await acts.openJob(read.input);
      if (!saved.ok) return setProblem(problemWord(saved.reason));
      vibrateSaved();
      draft.done();
      onSaved({ ...saved.value, input: read.input });
    } catch (error) {
      setProblem(notSavedWords(error));
    } finally {
      setIsSaving(false);
    }
  };
  const submit = () => {
    // Errors of the last attempt must not keep a form from being read anew.
    form.clearErrors();
    if (!isSaving) void save(form.getValues());
  };
  return { form, isMoreOpen, setIsMoreOpen, problem, isSaving, submit };
}

const isWide = (): boolean => matchMedia('(width >= 64rem)').matches;

/** What the form starts with: a plate that was searched for, else what was left half typed. */
function useStart(left: Partial<NewJobValues> | undefined) {
  const [search] = useSearchParams();
  return useState(() => {
    const plate = normalizePlate(search.get('plate') ?? '');
    const values = readValues(left);
    return values !== undefined && (plate === '' || plate === values.plate)
      ? values
      : { ...emptyValues, plate };
  });
}
