import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { DiscountFields, usualReasons } from './discount-fields.tsx';
import { readDiscount, type DiscountValues } from './read-discount.ts';

export interface DiscountKeepProps {
  readonly job: JobDetail;
  readonly discount: DiscountValues | undefined;
  /** Undefined takes it away again. */
  readonly onKeep: (discount: DiscountValues | undefined) => void;
}

/** A discount that is saved with something else, in whose form it stands. */
export function DiscountKeep({ job, discount, onKeep }: DiscountKeepProps) {
  const formats = useFormats();
  const [values, setValues] = useState<DiscountValues>(discount ?? { amount: '', reason: '' });
  const [isChecked, setIsChecked] = useState(false);
  const keep = () => {
    setIsChecked(true);
    const { amount, errors } = readDiscount(values, job.balance, formats);
    if (amount === undefined) return document.getElementById('discount')?.focus();
    if (errors.reason !== undefined) return document.getElementById('discount-reason')?.focus();
    return onKeep(values);
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <DiscountFields
        {...{ job, values, isChecked }}
        onEnter={keep}
        onChange={setValues}
        most={job.balance}
        reasons={usualReasons()}
      />
      <Button variant="fill" size="main" wide onClick={keep}>
        {m.waivers_keep()}
      </Button>
      {discount !== undefined && (
        <Button wide onClick={() => onKeep(undefined)}>
          {m.waivers_remove()}
        </Button>
      )}
    </div>
  );
}
