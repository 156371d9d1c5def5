import { formatMoney, smsUrl, whatsappUrl } from '@revops/domain';
import { Copy, MessageCircle, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import { useNow, useWorkshop } from '#src/data/hooks/index.ts';
import { useLastReminder } from '#src/data/hooks/use-last-reminder.ts';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { owedJobs, reminderText } from './reminder-text.ts';

interface ReminderFormProps {
  readonly file: CustomerFile;
  readonly onDone: () => void;
}

/** A reminder that a person reads before it is sent, and sends: the app only writes it and remembers that it was. */
export function ReminderForm({ file, onDone }: ReminderFormProps) {
  const formats = useFormats();
  const workshop = useWorkshop();
  const { remindCustomer } = useActs();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  if (workshop.status === 'loading') return null;
  const text = typed ?? reminderText(file, workshop.value, formats);
  const ids = owedJobs(file).map(({ id }) => id);
  const noted = async (): Promise<void> => {
    try {
      // Where the job is another desk's, its own people note it.
      await remindCustomer(ids, m.customers_reminded_note({ amount: formatMoney(file.due, formats) }));
      onDone();
    } catch (error) {
      setProblem(notSavedWords(error));
    }
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return setProblem(m.customers_reminder_not_copied());
    }
    await noted();
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <LastTime ids={ids} />
      <TextArea
        label={m.customers_reminder_label()}
        hint={m.customers_reminder_hint()}
        rows={6}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        {...(problem !== undefined && { error: problem })}
      />
      {file.phone !== undefined && (
        <a
          href={whatsappUrl(file.phone, text)}
          target="_blank"
          rel="noreferrer"
          onClick={() => void noted()}
          className="fade inline-flex min-h-14 items-center justify-center gap-2 rounded-control bg-carbon px-6 py-2 text-button text-on-carbon active:bg-carbon-press"
        >
          <MessageCircle aria-hidden="true" className="size-5 shrink-0" />
          {m.customers_reminder_whatsapp()}
        </a>
      )}
      {file.phone !== undefined && (
        <a
          href={smsUrl(file.phone, text)}
          onClick={() => void noted()}
          className="fade inline-flex min-h-12 items-center justify-center gap-2 rounded-control border border-edge px-6 py-2 text-button text-ink active:bg-sunken"
        >
          <MessageSquareText aria-hidden="true" className="size-5 shrink-0" />
          {m.customers_reminder_sms()}
        </a>
      )}
      <Button icon={Copy} wide onClick={() => void copy()}>
        {m.customers_reminder_copy()}
      </Button>
    </div>
  );
}

function LastTime({ ids }: { readonly ids: readonly string[] }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const last = useLastReminder(ids);
  if (last.status === 'loading') return null;
  if (last.value === undefined) return <p className="text-ink-2">{m.customers_never_reminded()}</p>;
  const { at, name } = last.value;
  const said = { time: momentWord(at, now, formats), name: name === '' ? m.work_somebody() : name };
  return <p className="font-semibold text-waiting">{m.customers_last_reminded(said)}</p>;
}
