import { useState } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { SheetForm } from '#src/components/form/sheet-form.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useToday } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { daysOf, daysPeriod } from './period.ts';

export interface DaysSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly period: string;
  readonly onChoose: (period: string) => void;
}

/** The days in which jobs were opened; either end may stay open. */
export function DaysSheet({ open, onClose, ...inside }: DaysSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.jobs_period_title()}>
      <DaysForm onClose={onClose} {...inside} />
    </Sheet>
  );
}

function DaysForm({ onClose, period, onChoose }: Omit<DaysSheetProps, 'open'>) {
  const today = useToday();
  const [first, last] = daysOf(period, today);
  const [from, setFrom] = useState(first ?? '');
  const [to, setTo] = useState(last ?? '');
  const isBackwards = from !== '' && to !== '' && to < from;
  const save = () => {
    if (isBackwards) return;
    onChoose(daysPeriod(from, to));
    onClose();
  };
  return (
    <SheetForm saveWord={m.jobs_period_save()} isSaving={false} onSubmit={save}>
      <Field
        label={m.jobs_period_from()}
        type="date"
        max={today}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field
        label={m.jobs_period_to()}
        type="date"
        max={today}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        {...(isBackwards && { error: m.jobs_period_backwards() })}
      />
    </SheetForm>
  );
}
