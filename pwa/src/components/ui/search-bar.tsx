import { CaseUpper, Hash, Search, X } from 'lucide-react';
import { useRef, useState, type Ref } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { IconButton } from './icon-button.tsx';

export interface SearchBarProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Search that opens the number pad, since a car is found by four digits; letters are one tap away. */
export function SearchBar({ label, value, onChange, placeholder, ref }: SearchBarProps) {
  const [isLetters, setIsLetters] = useState(false);
  const box = useRef<HTMLElement>(null);
  const field = () => box.current?.querySelector('input');
  // The keyboard changes only when the field gains focus anew.
  const switchKeyboard = () => {
    setIsLetters(!isLetters);
    field()?.blur();
    requestAnimationFrame(() => field()?.focus());
  };
  const clear = () => {
    onChange('');
    field()?.focus();
  };
  return (
    <search
      ref={box}
      className="flex min-h-12 items-center rounded-control border border-edge bg-surface focus-within:outline-3 focus-within:outline-focus"
    >
      <Search aria-hidden="true" className="ms-3 size-5 shrink-0 text-ink-3" />
      <input
        ref={ref}
        type="text"
        inputMode={isLetters ? 'text' : 'numeric'}
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-12 w-0 min-w-0 flex-1 bg-transparent px-3 outline-none placeholder:text-ink-3"
      />
      {value !== '' && <IconButton icon={X} label={m.ui_clear()} onClick={clear} />}
      <button
        type="button"
        aria-pressed={isLetters}
        aria-label={m.ui_letters()}
        onClick={switchKeyboard}
        className="inline-flex min-h-12 min-w-14 items-center justify-center rounded-e-control border-s border-rule text-strong text-ink-2 desk:hidden"
      >
        {isLetters ? (
          <Hash aria-hidden="true" className="size-6" />
        ) : (
          <CaseUpper aria-hidden="true" className="size-7" />
        )}
      </button>
    </search>
  );
}
