import { useState } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface SaveViewSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
}

/** Gives what is shown a name. */
export function SaveViewSheet({ open, onClose, ...inside }: SaveViewSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.jobs_view_title()}>
      <SaveViewForm onClose={onClose} {...inside} />
    </Sheet>
  );
}

function SaveViewForm({ onClose, taken, onSave }: Omit<SaveViewSheetProps, 'open'>) {
  const [name, setName] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const said = name.trim();
  const error = said === '' ? m.jobs_view_unnamed() : taken.includes(said) ? m.jobs_view_taken() : undefined;
  const save = () => {
    setIsAsked(true);
    if (error !== undefined) return document.getElementById('view-name')?.focus();
    onSave(said);
    return onClose();
  };
  return (
    <SheetForm saveWord={m.jobs_view_save()} isSaving={false} onSubmit={save}>
      <Field
        id="view-name"
        label={m.jobs_view_name()}
        hint={m.jobs_view_hint()}
        maxLength={40}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        {...(isAsked && error !== undefined && { error })}
      />
    </SheetForm>
  );
}
