import { Chip } from '#src/components/ui/chip.tsx';
import { hasPiece, withPiece } from './written-pieces.ts';

export interface WordChipsProps {
  /** What the chips are about; read before them. */
  readonly label: string;
  readonly words: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What is written here most, one tap each; nothing until there is something. */
export function WordChips({ label, words, value, onChange }: WordChipsProps) {
  if (words.length === 0) return null;
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap gap-2">
      {words.map((word) => (
        <Chip key={word} selected={hasPiece(value, word)} onSelect={() => onChange(withPiece(value, word))}>
          {word}
        </Chip>
      ))}
    </fieldset>
  );
}
