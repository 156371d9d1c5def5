import { formatMoney, type ErrorCode } from '@revops/domain';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import type { QuarantineBook } from '#src/data/server/quarantine-book.ts';
import { m } from '#src/words/compiled/messages.js';
import { refusalWord } from '#src/words/refusal-words.ts';
import { FactList } from './fact-list.tsx';
import type { RefusedEntry } from './use-refused-entries.ts';

interface AcceptDialogProps {
  readonly entry: RefusedEntry;
  readonly book: QuarantineBook;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAccepted: () => void;
}

/** The second question: what the workshop's books will say once this counts. */
export function AcceptDialog({ entry, book, open, onClose, onAccepted }: AcceptDialogProps) {
  const formats = useFormats();
  const { isSending, refusal, send } = useSending();
  const accept = async (): Promise<void> => {
    const answer = await send(() => book.readmit(entry.item.id));
    if (answer?.ok) onAccepted();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.quarantine_accept_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.quarantine_accept_not()}</Button>
          <Button variant="fill" aria-disabled={isSending} onClick={() => void accept()}>
            {m.quarantine_accept_yes()}
          </Button>
        </>
      }
    >
      <p>{effectWord(entry, formats)}</p>
      {entry.isChange && <FactList facts={entry.facts} />}
      <p>{m.quarantine_accept_signed({ name: entry.personName })}</p>
      {refusal !== undefined && isAway(refusal) && (
        <ServerAnswer refusal={refusal} needsSignal={m.quarantine_needs_signal()} />
      )}
      {refusal !== undefined && !isAway(refusal) && (
        <p role="alert" className="font-semibold text-refused">
          {m.quarantine_accept_failed({ why: refusalWord(refusal) })}
        </p>
      )}
    </Dialog>
  );
}

const isAway = (refusal: ErrorCode): boolean => refusal === 'unavailable' || refusal === 'timeout';

function effectWord(
  { item, isChange, facts, amount, personName, title }: RefusedEntry,
  formats: Formats,
): string {
  if (isChange) return facts.length === 0 ? m.quarantine_effect_nothing() : m.quarantine_effect_change();
  if (item.body.type !== 'payment') return m.quarantine_effect_entry({ what: title });
  const isCash = item.body['method'] === 'cash';
  const said = { amount: formatMoney(amount, formats), name: personName };
  return isCash ? m.quarantine_effect_cash(said) : m.quarantine_effect_payment(said);
}
