import { useId } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { Field } from '#src/components/form/field.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { WordChips } from '#src/components/form/word-chips.tsx';
import { m } from '#src/words/compiled/messages.js';
import type { CardValues } from './card-form.ts';

export interface WordedFieldProps {
  readonly form: UseFormReturn<CardValues>;
  readonly name: 'partsRequired' | 'workerAssigned' | 'internalNotes';
  readonly label: string;
  /** What is written here most. */
  readonly words: readonly string[];
  /** One: it is a line, without breaks. */
  readonly rows: number;
  readonly maxLength: number;
}

/** A field of the card that is typed, or filled with what this workshop writes again and again. */
export function WordedField({ form, name, label, words, rows, maxLength }: WordedFieldProps) {
  const id = useId();
  const value = useWatch({ control: form.control, name });
  const shared = { id, label, maxLength, ...form.register(name) };
  return (
    <div className="flex flex-col gap-2">
      {rows === 1 ? <Field autoComplete="off" {...shared} /> : <TextArea rows={rows} {...shared} />}
      <WordChips
        label={m.cards_written_often({ field: label })}
        words={words}
        value={value}
        onChange={(next) => form.setValue(name, next.slice(0, maxLength), { shouldDirty: true })}
      />
    </div>
  );
}
