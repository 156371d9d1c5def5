import { useId } from 'react';
import { Chip } from '#src/components/ui/chip.tsx';

export interface ChipRowProps<V extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few that may be more than a phone is wide: they scroll sideways, the paper stays in sight. */
export function ChipRow<V extends string>({ label, choices, value, onChange }: ChipRowProps<V>) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="min-w-0">
      <span id={id} className="sr-only">
        {label}
      </span>
      <div className="-mx-gutter flex gap-2 overflow-x-auto px-gutter py-1">
        {choices.map((choice) => (
          <Chip key={choice.value} selected={choice.value === value} onSelect={() => onChange(choice.value)}>
            {choice.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
