import { useState } from 'react';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useActs } from '#src/data/acts.ts';
import { m } from '#src/words/compiled/messages.js';
import { useSaving } from '#src/components/form/use-saving.ts';

export interface NoteSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly jobId: string;
}

/** A line of one's own for the timeline. */
export function NoteSheet({ open, onClose, jobId }: NoteSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.job_add_note()}>
      <Draft<NoteValues> form="note" about={jobId}>
        {(draft) => <NoteForm onClose={onClose} jobId={jobId} draft={draft} />}
      </Draft>
    </Sheet>
  );
}

interface NoteValues {
  readonly note: string;
}

interface NoteFormProps extends Omit<NoteSheetProps, 'open'> {
  readonly draft: FormDraft<NoteValues>;
}

function NoteForm({ onClose, jobId, draft }: NoteFormProps) {
  const acts = useActs(draft.key);
  const [note, setNote] = useState(draft.left?.note ?? '');
  useKeep(draft, note.trim() === '' ? undefined : { note });
  const { isSaving, problem, save } = useSaving();
  const submit = async () => {
    if ((await save(() => acts.addNote(jobId, note))) === undefined)
      return document.getElementById('note')?.focus();
    draft.done();
    return onClose();
  };
  return (
    <SheetForm saveWord={m.job_note_save()} isSaving={isSaving} onSubmit={() => void submit()}>
      {draft.line}
      <TextArea
        id="note"
        label={m.job_note()}
        hint={m.job_note_hint()}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        {...(problem !== undefined && { error: problem.text })}
      />
    </SheetForm>
  );
}
