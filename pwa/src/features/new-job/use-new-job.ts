import { normalizePlate } from '@revops/domain';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import { useSession, useToday } from '#src/data/hooks/index.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';
import { clearDraft, emptyValues, hasMore, readDraft, writeDraft, type NewJobValues } from './draft.ts';
import { fieldOrder, readForm } from './read-form.ts';
import type { SavedJob } from './saved-screen.tsx';

/** The form, its draft and its saving. */
export function useNewJob(onSaved: (saved: SavedJob) => void) {
  const { userId } = useSession();
  const formats = useFormats();
  const today = useToday();
  const acts = useActs();
  const [start] = useStart(userId);
  const [isMoreOpen, setIsMoreOpen] = useState(() => hasMore(start.values) || isWide());
  const [problem, setProblem] = useState<string | undefined>();
  const [isSaving, setIsSaving] = useState(false);
  const form = useForm<NewJobValues>({ defaultValues: start.values });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => writeDraft(userId, values),
      }),
    [form, userId],
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
      clearDraft(userId);
      onSaved({ ...saved.value, input: read.input });
    } catch {
      setProblem(m.work_not_saved()); // The disk is full or gone; nothing was stored, the draft stays.
    } finally {
      setIsSaving(false);
    }
  };
  const submit = () => {
    // Errors of the last attempt must not keep a form from being read anew.
    form.clearErrors();
    if (!isSaving) void save(form.getValues());
  };
  const startAnew = () => {
    form.reset(emptyValues);
    clearDraft(userId);
    setTimeout(() => form.setFocus('plate')); // The field registers anew with the next drawing.
  };
  return { form, isMoreOpen, setIsMoreOpen, wasLeft: start.wasLeft, problem, isSaving, submit, startAnew };
}

const isWide = (): boolean => matchMedia('(width >= 64rem)').matches;

/** What the form starts with: a plate that was searched for, else what was left half typed. */
function useStart(userId: string) {
  const [search] = useSearchParams();
  return useState(() => {
    const plate = normalizePlate(search.get('plate') ?? '');
    const draft = readDraft(userId);
    if (draft !== undefined && (plate === '' || plate === draft.plate))
      return { values: draft, wasLeft: true };
    return { values: { ...emptyValues, plate }, wasLeft: false };
  });
}
