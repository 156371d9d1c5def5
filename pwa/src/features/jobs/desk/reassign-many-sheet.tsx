import { useState } from 'react';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { DeskChoice } from '#src/components/people/desk-choice.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { useReassign } from './use-reassign.ts';
import type { Desks } from './use-desks.ts';

export interface ReassignManySheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly ids: readonly string[];
  readonly desks: Desks;
  /** All of them are where they were to go. */
  readonly onDone: () => void;
}

/** Who takes over all the jobs that are selected. */
export function ReassignManySheet({ open, onClose, ids, ...inside }: ReassignManySheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.jobs_reassign_title({ count: ids.length })}>
      <ReassignManyForm onClose={onClose} ids={ids} {...inside} />
    </Sheet>
  );
}

function ReassignManyForm({ onClose, ids, desks, onDone }: Omit<ReassignManySheetProps, 'open'>) {
  const [chosen, setChosen] = useState<PersonView | undefined>();
  const { reassign, isSaving, problem } = useReassign(ids);
  const submit = async () => {
    if (chosen === undefined || !(await reassign(chosen))) return;
    onDone();
    onClose();
  };
  return (
    <SheetForm
      saveWord={chosen === undefined ? m.job_desk_save_plain() : m.job_desk_save({ name: chosen.name })}
      isSaving={isSaving || chosen === undefined}
      onSubmit={() => void submit()}
    >
      <DeskChoice desks={desks.open} chosen={chosen} onChoose={setChosen} />
      <p className="text-ink-2">{m.jobs_reassign_effect()}</p>
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem}
        </p>
      )}
    </SheetForm>
  );
}
