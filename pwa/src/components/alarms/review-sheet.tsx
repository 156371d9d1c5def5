import type { Problem } from '@revops/domain';
import { useState } from 'react';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import type { AlarmView } from '#src/data/alarm-view.ts';
import { alarmWord } from '#src/words/alarm-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';

export interface ReviewSheetProps {
  /** Nothing while the sheet is closed. */
  readonly alarm: AlarmView | undefined;
  readonly onClose: () => void;
}

/** An owner has looked at something; a note tells the other owners what came of it. */
export function ReviewSheet({ alarm, onClose }: ReviewSheetProps) {
  return (
    <Sheet open={alarm !== undefined} onClose={onClose} title={m.alarms_sheet_title()}>
      {alarm !== undefined && <ReviewForm key={alarm.id} alarm={alarm} onClose={onClose} />}
    </Sheet>
  );
}

const inWords = (problem: Problem): string =>
  problem.code === 'reason_needed' ? m.alarms_note_needed() : problemWord(problem);

function ReviewForm({ alarm, onClose }: { readonly alarm: AlarmView; readonly onClose: () => void }) {
  const formats = useFormats();
  const { reviewAlarm } = useActs();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const say = async (): Promise<void> => {
    const { subject, kind, cause } = alarm;
    setIsSaving(true);
    try {
      const result = await reviewAlarm({ subject, kind, cause, verdict: 'looked', note });
      if (!result.ok) return setError(inWords(result.reason));
      offerUndo(m.alarms_done(), () => void reviewAlarm({ subject, kind, cause, verdict: 'again' }));
      onClose();
    } catch (failure) {
      setError(notSavedWords(failure));
    } finally {
      setIsSaving(false);
    }
  };
  return (
    <SheetForm saveWord={m.alarms_mark()} isSaving={isSaving} onSubmit={() => void say()}>
      <p className="font-semibold">{alarmWord(alarm, formats)}</p>
      <TextArea
        label={alarm.kind === 'rejected_cash' ? m.alarms_note_cash() : m.alarms_note()}
        hint={m.alarms_note_hint()}
        optional={alarm.kind !== 'rejected_cash'}
        rows={3}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        {...(error !== undefined && { error })}
      />
    </SheetForm>
  );
}
