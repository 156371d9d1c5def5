import { useState } from 'react';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import type { CustomerFound } from '#src/data/queries/customers.ts';
import { erase } from '#src/data/server/erasures.ts';
import { m } from '#src/words/compiled/messages.js';

interface EraseDialogProps {
  readonly customer: CustomerFound;
  readonly name: string;
  readonly onClose: () => void;
  readonly onErased: () => void;
}

/** Two questions: first what goes and what stays, then that nobody can undo it. */
export function EraseDialog({ customer, name, onClose, onErased }: EraseDialogProps) {
  const [isSure, setIsSure] = useState(false);
  const { isSending, refusal, send } = useSending();
  const eraseNow = async (): Promise<void> => {
    const answer = await send(() => erase([customer.id]));
    if (answer?.ok) onErased();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={isSure ? m.erase_again_title({ name }) : m.erase_ask_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.erase_keep()}</Button>
          {isSure ? (
            <Button variant="danger" aria-disabled={isSending} onClick={() => void eraseNow()}>
              {m.erase_yes()}
            </Button>
          ) : (
            <Button variant="danger" onClick={() => setIsSure(true)}>
              {m.erase_go_on()}
            </Button>
          )}
        </>
      }
    >
      {isSure ? (
        <p className="font-semibold text-refused">{m.erase_again_text()}</p>
      ) : (
        <>
          <p className="font-semibold">{name}</p>
          <p>{customer.jobs === 0 ? m.erase_what_no_jobs() : m.erase_what({ count: customer.jobs })}</p>
        </>
      )}
      <ServerAnswer refusal={refusal} needsSignal={m.erase_needs_signal()} />
    </Dialog>
  );
}
