import { useId } from 'react';
import { Chip } from '#src/components/ui/chip.tsx';
import { m } from '#src/words/compiled/messages.js';
import { controlLook, FieldFrame, type FieldWords } from './field-frame.tsx';

export interface DateChoice {
  /** YYYY-MM-DD, or a value of the screen's own such as `today-18`. */
  readonly value: string;
  readonly label: string;
}

export interface DateChipsProps extends FieldWords {
  readonly choices: readonly DateChoice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Earliest day of the calendar, YYYY-MM-DD. */
  readonly min?: string;
}

/** A day by one tap (Today 6 pm, Tomorrow, +2); any other from the phone's calendar. */
export function DateChips({
  label,
  hint,
  error,
  optional = false,
  choices,
  value,
  onChange,
  min,
}: DateChipsProps) {
  const id = useId();
  const isOther = value !== undefined && !choices.some((choice) => choice.value === value);
  return (
    <fieldset aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <span id={id} className="text-strong">
        {label}
        {optional && <span className="font-normal text-ink-3"> · {m.ui_optional()}</span>}
      </span>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Chip
            key={choice.value}
            selected={choice.value === value}
            onSelect={() => onChange(choice.value === value ? undefined : choice.value)}
          >
            {choice.label}
          </Chip>
        ))}
      </div>
      <FieldFrame
        label={<span className="text-meta font-normal text-ink-2">{m.ui_other_day()}</span>}
        hint={hint}
        error={error}
      >
        {(links) => (
          <input
            {...links}
            type="date"
            min={min}
            value={isOther ? value : ''}
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
            className={`${controlLook} max-w-56`}
          />
        )}
      </FieldFrame>
    </fieldset>
  );
}
