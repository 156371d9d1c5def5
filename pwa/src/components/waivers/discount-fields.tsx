import { formatMoney, type Money } from '@revops/domain';
import type { KeyboardEvent } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { useDiscountFate } from './discount-words.ts';
import { readDiscount, type DiscountValues } from './read-discount.ts';

export interface DiscountFieldsProps {
  readonly job: Pick<JobDetail, 'id' | 'waivers'>;
  readonly values: DiscountValues;
  readonly onChange: (values: DiscountValues) => void;
  /** What is still to collect without it. */
  readonly most: Money;
  /** A save was tried: from then on mistakes are shown. */
  readonly isChecked: boolean;
  readonly reasons: readonly string[];
  /** Where it stands inside another form, whose Enter saves something else. */
  readonly onEnter?: (() => void) | undefined;
}

/** Amount and reason of a discount, and what becomes of it, said before it is saved. */
export function DiscountFields({
  job,
  values,
  onChange,
  most,
  isChecked,
  reasons,
  onEnter,
}: DiscountFieldsProps) {
  const formats = useFormats();
  const fateOf = useDiscountFate(job, formats);
  const { amount, errors } = readDiscount(values, most, formats);
  const keys = onEnter === undefined ? {} : { onKeyDown: enterCalls(onEnter) };
  const fate = amount === undefined ? undefined : fateOf(amount);
  return (
    <>
      <Field
        id="discount"
        label={m.waivers_amount()}
        hint={m.waivers_amount_hint({ amount: formatMoney(most, formats) })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        {...keys}
        value={values.amount}
        onChange={(event) => onChange({ ...values, amount: event.target.value })}
        {...(isChecked && errors.amount !== undefined && { error: errors.amount })}
      />
      <Field
        id="discount-reason"
        label={m.waivers_reason()}
        autoComplete="off"
        maxLength={500}
        {...keys}
        value={values.reason}
        onChange={(event) => onChange({ ...values, reason: event.target.value })}
        {...(isChecked && errors.reason !== undefined && { error: errors.reason })}
      />
      <div className="flex flex-wrap gap-2">
        {reasons.map((usual) => (
          <Chip
            key={usual}
            selected={values.reason === usual}
            onSelect={() => onChange({ ...values, reason: values.reason === usual ? '' : usual })}
          >
            {usual}
          </Chip>
        ))}
      </div>
      {fate?.words !== undefined && (
        <output className={fate.counts ? 'text-ink-2' : 'font-semibold text-waiting'}>{fate.words}</output>
      )}
    </>
  );
}

const enterCalls = (onEnter: () => void) => (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  onEnter();
};

/** The reasons that people tap. */
export const usualReasons = (): readonly string[] => [
  m.waivers_reason_regular(),
  m.waivers_reason_round(),
  m.waivers_reason_complaint(),
];
