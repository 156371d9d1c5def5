import { useState } from 'react';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface CancelJobSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly jobId: string;
  /** @returns whether it is saved. */
  readonly onCancel: (note: string | undefined) => Promise<boolean>;
}

/** Asks once more, since a cancelled job bills nothing; the reason goes into the timeline. */
export function CancelJobSheet({ open, onClose, jobId, onCancel }: CancelJobSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.job_cancel_title()}>
      <Draft<CancelValues> form="cancel-job" about={jobId}>
        {(draft) => <CancelForm onClose={onClose} onCancel={onCancel} draft={draft} />}
      </Draft>
    </Sheet>
  );
}

interface CancelValues {
  readonly note: string;
}

interface CancelFormProps extends Pick<CancelJobSheetProps, 'onClose' | 'onCancel'> {
  readonly draft: FormDraft<CancelValues>;
}

function CancelForm({ onClose, onCancel, draft }: CancelFormProps) {
  const [note, setNote] = useState(draft.left?.note ?? '');
  useKeep(draft, note.trim() === '' ? undefined : { note });
  const cancel = async () => {
    if (await onCancel(note.trim() === '' ? undefined : note.trim())) draft.done();
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      {draft.line}
      <p className="text-ink-2">{m.job_cancel_text()}</p>
      <TextArea
        label={m.job_move_note()}
        optional
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button size="main" wide onClick={onClose}>
        {m.job_cancel_keep()}
      </Button>
      <Button variant="danger" size="main" wide onClick={() => void cancel()}>
        {m.job_cancel_save()}
      </Button>
    </div>
  );
}
