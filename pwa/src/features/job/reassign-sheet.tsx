import { useState } from 'react';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { DeskChoice } from '#src/components/people/desk-choice.tsx';
import { youWord } from '#src/components/people/you-word.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail, PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { useSaving } from '#src/components/form/use-saving.ts';

export interface ReassignSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: JobDetail;
  /** Whose desk it is at now; absent when this device does not know the person. */
  readonly holder: PersonView | undefined;
  /** Everybody else who can have a desk. */
  readonly desks: readonly PersonView[];
}

/** Who has the job, who gets it, and what that means for both. */
export function ReassignSheet({ open, onClose, job, ...inside }: ReassignSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.job_desk_move_title()}>
      <ReassignForm onClose={onClose} job={job} {...inside} />
    </Sheet>
  );
}

function ReassignForm({ onClose, job, holder, desks }: Omit<ReassignSheetProps, 'open'>) {
  const acts = useActs();
  const { userId } = useSession();
  const [chosen, setChosen] = useState<PersonView | undefined>();
  const { isSaving, problem, save } = useSaving();
  const submit = async () => {
    if (chosen === undefined) return;
    const before = job.desk;
    if ((await save(() => acts.reassignJob(job.id, chosen.id))) === undefined) return;
    onClose();
    offerUndo(m.job_desk_moved({ name: chosen.name }), () => void acts.reassignJob(job.id, before));
  };
  const effect = effectWord(holder, job.desk === userId);
  return (
    <SheetForm
      saveWord={chosen === undefined ? m.job_desk_save_plain() : m.job_desk_save({ name: chosen.name })}
      isSaving={isSaving || chosen === undefined}
      onSubmit={() => void submit()}
    >
      {holder !== undefined && <p>{m.job_desk_now({ number: job.number, name: youWord(holder, userId) })}</p>}
      <DeskChoice desks={desks} chosen={chosen} onChoose={setChosen} />
      <p className="text-ink-2">{effect}</p>
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
    </SheetForm>
  );
}

/** What the move means for whoever has the job now; one who was removed sees nothing already. */
function effectWord(holder: PersonView | undefined, isOwn: boolean): string {
  if (isOwn) return m.job_desk_effect_own();
  if (holder?.active === false) return m.job_desk_effect_gone();
  return m.job_desk_effect({ name: holder?.name ?? m.work_somebody() });
}
