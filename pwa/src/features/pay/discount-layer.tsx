import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import {
  DiscountFields,
  readDiscount,
  usualReasons,
  type DiscountValues,
} from '#src/components/waivers/discount-fields.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { Pay } from './use-pay.ts';

export interface DiscountLayerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: JobDetail;
  readonly pay: Pay;
}

/** A discount beside the payment: kept with it here, saved with it in one. */
export function DiscountLayer({ open, onClose, job, pay }: DiscountLayerProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.waivers_sheet_title()}>
      <Discount onClose={onClose} job={job} pay={pay} />
    </Sheet>
  );
}

function Discount({ onClose, job, pay }: Omit<DiscountLayerProps, 'open'>) {
  const formats = useFormats();
  const [values, setValues] = useState<DiscountValues>(pay.discount ?? { amount: '', reason: '' });
  const [isChecked, setIsChecked] = useState(false);
  const keep = () => {
    setIsChecked(true);
    const { amount, errors } = readDiscount(values, job.balance, formats);
    if (amount === undefined) return document.getElementById('discount')?.focus();
    if (errors.reason !== undefined) return document.getElementById('discount-reason')?.focus();
    pay.setDiscount(values);
    return onClose();
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
      {pay.discount !== undefined && (
        <Button
          wide
          onClick={() => {
            pay.setDiscount(undefined);
            onClose();
          }}
        >
          {m.waivers_remove()}
        </Button>
      )}
    </div>
  );
}
