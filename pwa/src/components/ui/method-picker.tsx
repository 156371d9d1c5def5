import { useId } from 'react';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

export interface MethodPickerProps<V extends string> {
  readonly label: string;
  readonly options: readonly Choice<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
}

/** How the money came: native radio buttons drawn as large keys. */
export function MethodPicker<V extends string>({ label, options, value, onChange }: MethodPickerProps<V>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{label}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(4rem,1fr))] gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="fade inline-flex min-h-12 items-center justify-center rounded-control border border-edge bg-surface px-2 text-strong has-checked:border-carbon has-checked:bg-carbon-soft has-checked:text-carbon has-checked:inset-ring has-checked:inset-ring-carbon has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
