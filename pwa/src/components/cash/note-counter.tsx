import { money, type Money as Amount } from '@revops/domain';
import { useId, type ReactNode } from 'react';
import { controlLook } from '#src/components/form/field-frame.tsx';
import { Field } from '#src/components/form/field.tsx';
import { Money } from '#src/components/ui/money.tsx';
import { m } from '#src/words/compiled/messages.js';
import { pieceValue, rupeeNotes, type Count } from './count.ts';

interface NoteCounterProps {
  readonly currency: string;
  readonly count: Count;
  readonly onChange: (count: Count) => void;
  readonly error?: string;
}

/** Cash counted piece by piece, as it lies on the table; a currency without its notes here is typed as one amount. */
export function NoteCounter({ currency, count, onChange, error }: NoteCounterProps) {
  const coins = (
    <Field
      label={currency === 'INR' ? m.money_coins() : m.money_total_typed()}
      inputMode="decimal"
      autoComplete="off"
      value={count.coins}
      onChange={(event) => onChange({ ...count, coins: event.target.value })}
      error={error}
    />
  );
  if (currency !== 'INR') return coins;
  const setNote = (note: string, text: string): void =>
    onChange({ ...count, notes: { ...count.notes, [note]: text.replaceAll(/\D/g, '') } });
  return (
    <div className="flex flex-col gap-4">
      <ul aria-label={m.money_counting()} className="border border-rule bg-surface">
        {rupeeNotes.map((note) => (
          <NoteLine key={note} note={note} value={pieceValue(count, note)}>
            {(id) => (
              <input
                id={id}
                inputMode="numeric"
                autoComplete="off"
                maxLength={5}
                value={count.notes[note] ?? ''}
                onChange={(event) => setNote(note, event.target.value)}
                className={`${controlLook} text-end`}
              />
            )}
          </NoteLine>
        ))}
      </ul>
      {coins}
    </div>
  );
}

interface NoteLineProps {
  readonly note: string;
  readonly value: Amount;
  readonly children: (id: string) => ReactNode;
}

/** `₹500 × 12 = ₹6,000`, one line of the count. */
function NoteLine({ note, value, children }: NoteLineProps) {
  const id = useId();
  return (
    <li className="grid grid-cols-[3rem_1rem_minmax(3.5rem,8rem)_minmax(5rem,1fr)] items-center gap-2 border-b border-rule px-3 py-1.5 last:border-b-0">
      <label htmlFor={id} className="text-end text-strong">
        <span aria-hidden="true">
          <Money amount={money(Number(note) * 100)} />
        </span>
        <span className="sr-only">{m.money_pieces({ note })}</span>
      </label>
      <span aria-hidden="true" className="text-center text-ink-3">
        ×
      </span>
      {children(id)}
      <span className={`min-w-0 text-end ${value === 0 ? 'text-ink-3' : 'font-semibold'}`}>
        {value === 0 ? '—' : <Money amount={value} />}
      </span>
    </li>
  );
}
