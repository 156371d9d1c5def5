import { ChevronDown } from 'lucide-react';
import { useId } from 'react';

export interface FilterSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** Something is left out by it. */
  readonly isSet: boolean;
}

/** A filter with its name inside, so that five of them fit in one line. */
export function FilterSelect({ label, value, options, onChange, isSet }: FilterSelectProps) {
  const id = useId();
  const ground = isSet ? 'border-carbon bg-carbon-soft text-carbon' : 'border-edge bg-surface text-ink';
  return (
    <div
      className={`relative inline-flex min-h-12 max-w-full min-w-0 items-center rounded-control border focus-within:outline-3 focus-within:outline-focus ${ground}`}
    >
      <label htmlFor={id} className={`ps-3 text-meta ${isSet ? '' : 'text-ink-2'}`}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content min-h-11 max-w-44 min-w-0 cursor-pointer appearance-none truncate bg-transparent ps-2 pe-9 text-meta font-semibold outline-none"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-surface text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute end-3 size-4" />
    </div>
  );
}
