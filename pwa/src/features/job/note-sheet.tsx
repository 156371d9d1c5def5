import { useState } from 'react';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useActs } from '#src/data/acts.ts';
import { m } from '#src/words/compiled/messages.js';
import { useSaving } from './use-saving.ts';

export interface NoteSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly jobId: string;
}

/** A line of one's own for the timeline. */
export function NoteSheet({ open, onClose, jobId }: NoteSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.job_add_note()}>
      <NoteForm onClose={onClose} jobId={jobId} />
    </Sheet>
  );
}

function NoteForm({ onClose, jobId }: Omit<NoteSheetProps, 'open'>) {
  const acts = useActs();
  const [note, setNote] = useState('');
  const { isSaving, problem, save } = useSaving();
  const submit = async () => {
    if ((await save(() => acts.addNote(jobId, note))) === undefined) document.getElementById('note')?.focus();
    else onClose();
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        id="note"
        label={m.job_note()}
        hint={m.job_note_hint()}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        {...(problem !== undefined && { error: problem.text })}
      />
      <Button type="submit" variant="fill" size="main" wide disabled={isSaving}>
        {m.job_note_save()}
      </Button>
    </form>
  );
}
