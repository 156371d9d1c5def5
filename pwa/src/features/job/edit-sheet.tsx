import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useActs } from '#src/data/acts.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { cardFields, cardValues, readChanges, type CardValues } from './card-form.ts';
import { EditFields } from './edit-fields.tsx';
import { useSaving } from '#src/components/form/use-saving.ts';

export interface EditSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: JobDetail;
}

/** Everything on the card; only what is changed here is written. */
export function EditSheet({ open, onClose, job }: EditSheetProps) {
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={m.job_edit_title()}
      footer={
        <Button type="submit" form="edit-card" variant="fill" size="main" wide>
          {m.job_edit_save()}
        </Button>
      }
    >
      <Draft<EditDraft> form="edit" about={job.id}>
        {(draft) => <EditForm onClose={onClose} job={job} draft={draft} />}
      </Draft>
    </Sheet>
  );
}

/** What the card said when it was opened, and what was typed since: only the difference is written. */
interface EditDraft {
  readonly before: CardValues;
  readonly values: CardValues;
}

interface EditFormProps extends Omit<EditSheetProps, 'open'> {
  readonly draft: FormDraft<EditDraft>;
}

function EditForm({ onClose, job, draft }: EditFormProps) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const { problem, save } = useSaving();
  // What the card said when the sheet was opened: a change that arrives meanwhile is not undone by saving.
  const [before] = useState(() => cardValues(job.document, formats));
  const form = useForm<CardValues>({ defaultValues: { ...before, ...typedIn(draft.left) } });
  const { keep } = draft;
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => keep(isSame(values, before) ? undefined : { before, values }),
      }),
    [form, before, keep],
  );
  const finish = () => {
    draft.done();
    onClose();
  };
  const submit = async (values: CardValues) => {
    const { changes, errors } = readChanges(values, before, formats);
    const wrong = cardFields.filter((field) => errors[field] !== undefined);
    for (const field of wrong) form.setError(field, { message: errors[field] ?? '' });
    if (wrong[0] !== undefined) form.setFocus(wrong[0]);
    else if (Object.keys(changes).length === 0) finish();
    else if ((await save(() => acts.editJob(job.id, changes))) !== undefined) finish();
  };
  return (
    <form
      id="edit-card"
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
    >
      {draft.line}
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
      <EditFields form={form} />
    </form>
  );
}

const isSame = (a: CardValues, b: CardValues): boolean => cardFields.every((field) => a[field] === b[field]);

/** The fields that were really typed in: the others show what the card says now. */
const typedIn = (left: Partial<EditDraft> | undefined): Partial<CardValues> =>
  Object.fromEntries(
    cardFields.flatMap((field) => {
      const typed = left?.values?.[field];
      return typed === undefined || typed === left?.before?.[field] ? [] : [[field, typed]];
    }),
  );
