import { formatMoney } from '@revops/domain';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { removeManager } from '#src/data/account/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { useOpenJobs } from './use-open-jobs.ts';
import { useUnsentOf } from './use-unsent-of.ts';

interface RemovePersonProps {
  readonly person: PersonView;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks a second time, and says what is still open with this person before the key is taken away. */
export function RemovePerson({ person, open, onClose, onRemoved }: RemovePersonProps) {
  const formats = useFormats();
  const { isSending, refusal, send } = useSending();
  const missing = useUnsentOf(person.id);
  const openJobs = useOpenJobs(person.id);
  const remove = async (): Promise<void> => {
    const answer = await send(() => removeManager(person.id));
    if (answer?.ok) onRemoved();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.team_remove_title({ name: person.name })}
      actions={
        <>
          <Button onClick={onClose}>{m.team_keep()}</Button>
          <Button variant="danger" aria-disabled={isSending} onClick={() => void remove()}>
            {m.team_remove()}
          </Button>
        </>
      }
    >
      <p>{m.team_remove_text()}</p>
      {person.cash.held.amount !== 0 && (
        <p className="font-semibold text-refused">
          {m.team_remove_cash({ amount: formatMoney(person.cash.held.amount, formats) })}
        </p>
      )}
      {missing > 0 && (
        <p className="font-semibold text-refused">{m.team_remove_missing({ count: missing })}</p>
      )}
      {openJobs > 0 && <p className="font-semibold">{m.team_remove_jobs({ count: openJobs })}</p>}
      <ServerAnswer refusal={refusal} needsSignal={m.team_needs_signal()} />
    </Dialog>
  );
}
