import { useState } from 'react';
import { SheetForm } from './sheet-form.tsx';
import { TextArea } from './text-area.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import type { SaveResult } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';
import { useSaving } from './use-saving.ts';

export interface ReasonSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text: string;
  readonly saveWord: string;
  /** The usual reasons, one tap each. */
  readonly reasons: readonly string[];
  readonly onSave: (reason: string) => Promise<SaveResult>;
  /** What is done, and to which document: what was typed before comes back with it. */
  readonly draft: { readonly form: string; readonly about: string };
}

/** Asks why before money is struck: the reason stays beside the struck line. */
export function ReasonSheet({ open, onClose, title, draft: place, ...inside }: ReasonSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <Draft<ReasonValues> {...place}>
        {(draft) => <ReasonForm onClose={onClose} draft={draft} {...inside} />}
      </Draft>
    </Sheet>
  );
}

interface ReasonValues {
  readonly reason: string;
}

interface ReasonFormProps extends Omit<ReasonSheetProps, 'open' | 'title' | 'draft'> {
  readonly draft: FormDraft<ReasonValues>;
}

function ReasonForm({ onClose, text, saveWord, reasons, onSave, draft }: ReasonFormProps) {
  const [reason, setReason] = useState(draft.left?.reason ?? '');
  useKeep(draft, reason.trim() === '' ? undefined : { reason });
  const [isMissing, setIsMissing] = useState(false);
  const { isSaving, problem, save } = useSaving();
  const submit = async () => {
    if (reason.trim() === '') {
      setIsMissing(true);
      document.getElementById('reason')?.focus();
      return;
    }
    if ((await save(() => onSave(reason.trim()))) === undefined) return;
    draft.done();
    onClose();
  };
  const error = isMissing && reason.trim() === '' ? problemWord({ code: 'reason_needed' }) : problem?.text;
  return (
    <SheetForm saveWord={saveWord} variant="danger" isSaving={isSaving} onSubmit={() => void submit()}>
      {draft.line}
      <p className="text-ink-2">{text}</p>
      <div className="flex flex-wrap gap-2">
        {reasons.map((usual) => (
          <Chip key={usual} selected={reason === usual} onSelect={() => setReason(usual)}>
            {usual}
          </Chip>
        ))}
      </div>
      <TextArea
        id="reason"
        label={m.job_reason()}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        {...(error !== undefined && { error })}
      />
    </SheetForm>
  );
}
