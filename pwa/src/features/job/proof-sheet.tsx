import { useState } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useActs } from '#src/data/acts.ts';
import { m } from '#src/words/compiled/messages.js';
import { useSaving } from '#src/components/form/use-saving.ts';

export interface ProofSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly paymentId: string;
  readonly amountWord: string;
}

/** The bank's reference, seen after the payment was written down. */
export function ProofSheet({ open, onClose, paymentId, amountWord }: ProofSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.job_utr_title({ amount: amountWord })}>
      <Draft<ProofValues> form="proof" about={paymentId}>
        {(draft) => <ProofForm onClose={onClose} paymentId={paymentId} draft={draft} />}
      </Draft>
    </Sheet>
  );
}

interface ProofValues {
  readonly utr: string;
}

interface ProofFormProps extends Pick<ProofSheetProps, 'onClose' | 'paymentId'> {
  readonly draft: FormDraft<ProofValues>;
}

function ProofForm({ onClose, paymentId, draft }: ProofFormProps) {
  const acts = useActs(draft.key);
  const [utr, setUtr] = useState(draft.left?.utr ?? '');
  useKeep(draft, utr.trim() === '' ? undefined : { utr });
  const { isSaving, problem, save } = useSaving();
  const submit = async () => {
    if ((await save(() => acts.addProof(paymentId, utr))) === undefined)
      return document.getElementById('utr')?.focus();
    draft.done();
    return onClose();
  };
  return (
    <SheetForm saveWord={m.job_utr_save()} isSaving={isSaving} onSubmit={() => void submit()}>
      {draft.line}
      <Field
        id="utr"
        label={m.job_utr_field()}
        hint={m.job_utr_hint()}
        value={utr}
        onChange={(event) => setUtr(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        {...(problem !== undefined && { error: problem.text })}
      />
    </SheetForm>
  );
}
