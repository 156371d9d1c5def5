import { normalizeUtr, utrSchema } from '@revops/domain';
import { useState } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';

export interface UtrSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly value: string;
  readonly onChange: (utr: string) => void;
}

/** The bank's reference, when the customer can show it now. */
export function UtrSheet({ open, onClose, value, onChange }: UtrSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.pay_utr_title()}>
      <UtrField onClose={onClose} value={value} onChange={onChange} />
    </Sheet>
  );
}

function UtrField({ onClose, value, onChange }: Omit<UtrSheetProps, 'open'>) {
  const [typed, setTyped] = useState(value);
  const [isWrong, setIsWrong] = useState(false);
  const keep = () => {
    const utr = normalizeUtr(typed);
    if (utr !== '' && !utrSchema.safeParse(utr).success) {
      setIsWrong(true);
      document.getElementById('pay-utr')?.focus();
      return;
    }
    onChange(utr);
    onClose();
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <Field
        id="pay-utr"
        label={m.pay_utr_field()}
        hint={m.pay_utr_hint()}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="done"
        onChange={(event) => {
          setIsWrong(false);
          setTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The sheet stands inside the payment's form: Enter keeps the reference, it does not save the payment.
          event.preventDefault();
          keep();
        }}
        {...(isWrong && { error: problemWord({ code: 'utr_invalid' }) })}
      />
      <Button variant="fill" size="main" wide onClick={keep}>
        {m.pay_utr_ok()}
      </Button>
    </div>
  );
}
