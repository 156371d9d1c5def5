import { useId, useState } from 'react';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import type { QuarantineBook } from '#src/data/server/quarantine-book.ts';
import { m } from '#src/words/compiled/messages.js';
import type { RefusedEntry } from './use-refused-entries.ts';

/** As much as the server keeps of a reason. */
const maxLength = 500;

interface DismissDialogProps {
  readonly entry: RefusedEntry;
  readonly book: QuarantineBook;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDismissed: () => void;
}

/** Off the list with a reason: nobody should wonder later where an entry went. */
export function DismissDialog({ entry, book, open, onClose, onDismissed }: DismissDialogProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const { isSending, refusal, send } = useSending();
  const isMissing = reason.trim() === '';
  const dismiss = async (): Promise<void> => {
    if (isMissing) {
      setIsAsked(true);
      document.getElementById(id)?.focus();
      return;
    }
    const answer = await send(() => book.dismiss(entry.item.id, reason.trim()));
    if (answer?.ok) onDismissed();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.quarantine_dismiss_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.quarantine_dismiss_not()}</Button>
          <Button variant="danger" aria-disabled={isSending} onClick={() => void dismiss()}>
            {m.quarantine_dismiss()}
          </Button>
        </>
      }
    >
      <p>{m.quarantine_dismiss_text()}</p>
      <TextArea
        id={id}
        label={m.quarantine_dismiss_why()}
        error={isAsked && isMissing ? m.quarantine_dismiss_why_needed() : undefined}
        maxLength={maxLength}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {refusal !== undefined && <ServerAnswer refusal={refusal} needsSignal={m.quarantine_needs_signal()} />}
    </Dialog>
  );
}
