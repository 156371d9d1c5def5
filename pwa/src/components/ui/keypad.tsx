import { currencyExponent } from '@revops/domain';
import { Delete } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { useFormats } from './formats.ts';
import { pressKey, type KeypadEntry, type KeypadKey } from './keypad-entry.ts';

export interface KeypadProps {
  readonly entry: KeypadEntry;
  readonly onChange: (entry: KeypadEntry) => void;
}

const keys: readonly KeypadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'point', '0', 'delete'];

/** Large keys for an amount; at the desk the digits of the keyboard do the same. Show it with `AmountDisplay`. */
export function Keypad({ entry, onChange }: KeypadProps) {
  const exponent = currencyExponent(useFormats().currency);
  const press = (key: KeypadKey) => onChange(pressKey(entry, key, exponent));
  useKeyboardDigits(press);
  return (
    <fieldset
      aria-label={m.ui_keypad()}
      className="grid min-w-0 grid-cols-3 gap-px border-y border-rule bg-rule"
    >
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          aria-label={label(key)}
          disabled={key === 'point' && exponent === 0}
          onClick={() => press(key)}
          className="fade inline-flex min-h-14 items-center justify-center bg-surface text-screen [@media(height<42rem)]:min-h-12 font-medium active:bg-carbon-soft disabled:text-transparent desk:hover:bg-sunken"
        >
          {key === 'delete' ? <Delete aria-hidden="true" className="size-7" /> : key === 'point' ? '.' : key}
        </button>
      ))}
    </fieldset>
  );
}

function label(key: KeypadKey): string | undefined {
  if (key === 'point') return m.ui_keypad_point();
  return key === 'delete' ? m.ui_keypad_delete() : undefined;
}

function useKeyboardDigits(press: (key: KeypadKey) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isElsewhere =
      event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
    if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = keyOf(event.key);
    if (key === undefined) return;
    event.preventDefault();
    press(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function keyOf(pressed: string): KeypadKey | undefined {
  if (pressed === '.' || pressed === ',') return 'point';
  if (pressed === 'Backspace') return 'delete';
  return keys.find((key) => key === pressed);
}
