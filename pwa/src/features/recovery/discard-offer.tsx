import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { discardOffer, type RecoveryOffer } from '#src/data/server/recovery.ts';
import { m } from '#src/words/compiled/messages.js';
import { contentWord } from './content-word.ts';

interface DiscardOfferProps {
  readonly offer: RecoveryOffer;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDiscarded: () => void;
}

/** What is left out may be the only trace of somebody's work: it is asked about. */
export function DiscardOffer({ offer, open, onClose, onDiscarded }: DiscardOfferProps) {
  const { isSending, refusal, send } = useSending();
  const discard = async (): Promise<void> => {
    const answer = await send(() => discardOffer(offer));
    if (!answer?.ok) return;
    onClose();
    onDiscarded();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.recovery_discard_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.recovery_not_now()}</Button>
          <Button variant="danger" aria-disabled={isSending} onClick={() => void discard()}>
            {m.recovery_discard()}
          </Button>
        </>
      }
    >
      <p className="font-semibold text-ink">{contentWord(offer)}</p>
      <p>{m.recovery_discard_text()}</p>
      <ServerAnswer refusal={refusal} needsSignal={m.recovery_needs_signal()} />
    </Dialog>
  );
}
