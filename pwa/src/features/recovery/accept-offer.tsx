import { formatMoney, money } from '@revops/domain';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { acceptOffer, type RecoveryOffer } from '#src/data/server/recovery.ts';
import { m } from '#src/words/compiled/messages.js';
import { contentWord } from './content-word.ts';

interface AcceptOfferProps {
  readonly offer: RecoveryOffer;
  readonly open: boolean;
  readonly onClose: () => void;
  /** With how many came back. */
  readonly onAccepted: (stored: number) => void;
  /** The phone has added to it since it was listed: nothing counts that nobody has seen. */
  readonly onChanged: () => void;
}

/** Money enters the books on the word of a phone, so its owner says yes to a sum. */
export function AcceptOffer({ offer, open, onClose, onAccepted, onChanged }: AcceptOfferProps) {
  const formats = useFormats();
  const { isSending, refusal, send } = useSending();
  const total = offer.by.reduce((sum, { money: amount }) => sum + amount, 0);
  const accept = async (): Promise<void> => {
    const answer = await send(() => acceptOffer(offer));
    if (answer?.ok === false && answer.reason === 'conflict') onChanged();
    if (!answer?.ok) return;
    onClose();
    onAccepted(answer.value.stored);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.recovery_accept_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.recovery_not_now()}</Button>
          <Button variant="fill" aria-disabled={isSending} onClick={() => void accept()}>
            {m.recovery_accept()}
          </Button>
        </>
      }
    >
      <p className="font-semibold text-ink">{contentWord(offer)}</p>
      {total !== 0 && <p>{m.recovery_accept_money({ amount: formatMoney(money(total), formats) })}</p>}
      <p>{m.recovery_signed()}</p>
      <ServerAnswer refusal={refusal} needsSignal={m.recovery_needs_signal()} />
    </Dialog>
  );
}
