import { useId } from 'react';
import { Chip } from '#src/components/ui/chip.tsx';

interface ChoiceChipsProps<V extends string | number> {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, all in sight. */
export function ChoiceChips<V extends string | number>({
  label,
  choices,
  value,
  onChange,
}: ChoiceChipsProps<V>) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <span id={id} className="text-strong">
        {label}
      </span>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Chip key={choice.value} selected={choice.value === value} onSelect={() => onChange(choice.value)}>
            {choice.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
