import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { Money } from '#src/components/ui/money.tsx';
import type { QuarantineBook } from '#src/data/server/quarantine-book.ts';
import { m } from '#src/words/compiled/messages.js';
import { refusalWord } from '#src/words/refusal-words.ts';
import type { RefusedEntry } from './use-refused-entries.ts';

interface AcceptAllDialogProps {
  /** What one person wrote about one car. */
  readonly entries: readonly RefusedEntry[];
  readonly book: QuarantineBook;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAccepted: () => void;
}

/** Names each of them before it counts: whoever accepts a car accepts its money with it. */
export function AcceptAllDialog({ entries, book, open, onClose, onAccepted }: AcceptAllDialogProps) {
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const accept = async (): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    const answer = await book.readmitAll(entries.map(({ item }) => item.id));
    setIsSending(false);
    setFailure(answer.ok ? undefined : answer.reason);
    if (answer.ok) onAccepted();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.quarantine_accept_all_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.quarantine_accept_not()}</Button>
          <Button variant="fill" aria-disabled={isSending} onClick={() => void accept()}>
            {m.quarantine_accept_all_yes()}
          </Button>
        </>
      }
    >
      <p>{m.quarantine_accept_all_text()}</p>
      <ul className="border-t border-rule text-ink">
        {entries.map(({ item, title, amount }) => (
          <li
            key={item.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
          >
            <span className="min-w-0 flex-1">{title}</span>
            {amount !== 0 && (
              <span className="font-semibold">
                <Money amount={amount} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>{m.quarantine_accept_signed({ name: entries[0]?.personName ?? '' })}</p>
      {failure !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {m.quarantine_accept_failed({ why: refusalWord(failure) })}
        </p>
      )}
    </Dialog>
  );
}
