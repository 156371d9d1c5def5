import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from '#src/components/ui/class-names.ts';
import { controlLook, FieldFrame, type FieldWords } from './field-frame.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldWords, Omit<ComponentProps<'select'>, 'children'> {
  readonly options: readonly SelectOption[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
}

/** The phone's own list of choices. */
export function Select({
  label,
  hint,
  error,
  optional = false,
  id,
  className,
  options,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <FieldFrame {...{ label, hint, error, optional, id }}>
      {(links) => (
        <div className="relative">
          <select
            {...rest}
            {...links}
            className={classNames(controlLook, 'appearance-none pe-10', className)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 my-auto size-5 text-ink-2"
          />
        </div>
      )}
    </FieldFrame>
  );
}
