import { useState } from 'react';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface CancelJobSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCancel: (note: string | undefined) => void;
}

/** Asks once more, since a cancelled job bills nothing; the reason goes into the timeline. */
export function CancelJobSheet({ open, onClose, onCancel }: CancelJobSheetProps) {
  const [note, setNote] = useState('');
  return (
    <Sheet open={open} onClose={onClose} title={m.job_cancel_title()}>
      <div className="flex flex-col gap-4 p-4">
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
        <Button
          variant="danger"
          size="main"
          wide
          onClick={() => onCancel(note.trim() === '' ? undefined : note.trim())}
        >
          {m.job_cancel_save()}
        </Button>
      </div>
    </Sheet>
  );
}
