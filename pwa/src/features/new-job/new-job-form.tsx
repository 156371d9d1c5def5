import { useNavigate } from 'react-router';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { Field } from '#src/components/form/field.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';
import type { NewJobValues } from './draft.ts';
import { CarPart } from './car-part.tsx';
import { MorePart } from './more-part.tsx';
import type { SavedJob } from './saved-screen.tsx';
import { useNewJob } from './use-new-job.ts';

export interface NewJobFormProps {
  readonly onSaved: (saved: SavedJob) => void;
}

/** Begins with what was left half typed. */
export function NewJobForm({ onSaved }: NewJobFormProps) {
  return (
    <Draft<NewJobValues> form="new-job">{(draft) => <NewJobFields onSaved={onSaved} draft={draft} />}</Draft>
  );
}

interface NewJobFieldsProps extends NewJobFormProps {
  readonly draft: FormDraft<NewJobValues>;
}

/** Plate and a phone or a name; everything else can wait and is folded away. */
function NewJobFields({ onSaved, draft }: NewJobFieldsProps) {
  const navigate = useNavigate();
  const { form, isMoreOpen, setIsMoreOpen, problem, isSaving, submit } = useNewJob(onSaved, draft);
  const { errors } = form.formState;
  const wrong = (field: 'phone' | 'customerName') => {
    const message = errors[field]?.message;
    return message === undefined ? {} : { error: message };
  };
  const goBack = () => {
    const state = history.state as { readonly idx?: number } | null;
    void ((state?.idx ?? 0) > 0 ? navigate(-1) : navigate('/jobs', { replace: true }));
  };
  return (
    <TaskScreen
      title={m.newjob_title()}
      onBack={goBack}
      onSubmit={submit}
      footer={
        <>
          {problem !== undefined && (
            <p role="alert" className="pb-2 font-semibold text-refused">
              {problem}
            </p>
          )}
          <Button type="submit" variant="fill" size="main" wide disabled={isSaving}>
            {m.newjob_save()}
          </Button>
        </>
      }
    >
      {draft.line}
      <div className="flex flex-col gap-4 border-b border-rule bg-surface px-gutter py-4">
        <CarPart form={form} />
        <div className="grid gap-4 rail:grid-cols-2">
          <Field
            label={m.newjob_phone()}
            hint={m.newjob_either()}
            type="tel"
            autoComplete="off"
            maxLength={30}
            {...form.register('phone')}
            {...wrong('phone')}
          />
          <Field
            label={m.newjob_name()}
            autoComplete="off"
            autoCapitalize="words"
            maxLength={200}
            {...form.register('customerName')}
            {...wrong('customerName')}
          />
        </div>
      </div>
      <MorePart form={form} open={isMoreOpen} onToggle={setIsMoreOpen} />
    </TaskScreen>
  );
}
