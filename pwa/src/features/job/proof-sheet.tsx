import { useState } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useActs } from '#src/data/acts.ts';
import { m } from '#src/words/compiled/messages.js';
import { useSaving } from './use-saving.ts';

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
      <ProofForm onClose={onClose} paymentId={paymentId} />
    </Sheet>
  );
}

function ProofForm({ onClose, paymentId }: Pick<ProofSheetProps, 'onClose' | 'paymentId'>) {
  const acts = useActs();
  const [utr, setUtr] = useState('');
  const { isSaving, problem, save } = useSaving();
  const submit = async () => {
    if ((await save(() => acts.addProof(paymentId, utr))) === undefined)
      document.getElementById('utr')?.focus();
    else onClose();
  };
  return (
    <SheetForm saveWord={m.job_utr_save()} isSaving={isSaving} onSubmit={() => void submit()}>
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
