import { normalizePlate, plateShape, type PlateKind } from '@revops/domain';
import { useId, useLayoutEffect, useRef, type ChangeEvent, type ComponentProps } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { Chip } from '#src/components/ui/chip.tsx';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import { caretAfter, groupWhileTyping, lettersBefore } from './plate-typing.ts';

type NativeInput = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'>;

export interface PlateFieldProps extends FieldWords, NativeInput {
  /** As stored: upper case, without spaces. */
  readonly value: string;
  readonly onChange: (plate: string) => void;
  readonly kind?: PlateKind;
  /** Districts from the workshop's own history: `MH 12`, `MH 14`. */
  readonly districts?: readonly string[];
}

/** One input drawn as the plate itself; groups as it is typed, cleans what is pasted. */
export function PlateField(props: PlateFieldProps) {
  const {
    label,
    hint,
    error,
    optional = false,
    id,
    value,
    onChange,
    kind = 'private',
    districts = [],
    ...input
  } = props;
  const ownId = useId();
  const inputId = id ?? ownId;
  const begin = (district: string) => {
    onChange(normalizePlate(district));
    document.getElementById(inputId)?.focus();
  };
  const onType = useCaretKept(onChange);
  const isUnknown = value.length > 6 && plateShape(value) === 'other';
  return (
    <div className="flex flex-col gap-2">
      <FieldFrame {...{ label, error, optional, id: inputId }} hint={isUnknown ? m.ui_plate_unknown() : hint}>
        {(links) => (
          <span className="plate plate-input" data-kind={kind} data-size="l">
            <input
              {...input}
              {...links}
              type="text"
              autoCapitalize="characters"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              translate="no"
              maxLength={24}
              placeholder="MH 12 AB 1234"
              value={groupWhileTyping(value)}
              onChange={onType}
            />
          </span>
        )}
      </FieldFrame>
      {value === '' && districts.length > 0 && (
        <fieldset aria-label={m.ui_plate_districts()} className="flex min-w-0 flex-wrap gap-2">
          {districts.map((district) => (
            <Chip key={district} onSelect={() => begin(district)}>
              <span translate="no">{groupWhileTyping(district)}</span>
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** Grouping moves the letters; the caret stays behind the letter just typed. */
function useCaretKept(onChange: (plate: string) => void) {
  const typed = useRef<{ readonly input: HTMLInputElement; readonly letters: number } | undefined>(undefined);
  useLayoutEffect(() => {
    if (typed.current === undefined) return;
    const { input, letters } = typed.current;
    typed.current = undefined;
    const caret = caretAfter(input.value, letters);
    input.setSelectionRange(caret, caret);
  });
  return ({ target }: ChangeEvent<HTMLInputElement>) => {
    typed.current = {
      input: target,
      letters: lettersBefore(target.value, target.selectionStart ?? target.value.length),
    };
    onChange(normalizePlate(target.value));
  };
}
