import { formatMoney, sumMoney } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface RejectSheetProps {
  /** Empty while the sheet is closed. */
  readonly payments: readonly PaymentView[];
  readonly onClose: () => void;
  readonly onReject: (reason: string) => void;
}

const quickReasons = () => [
  m.payments_quick_not_received(),
  m.payments_quick_wrong_amount(),
  m.payments_quick_twice(),
  m.payments_quick_ask(),
];

/** Asks for the reason that the manager reads first; nothing is rejected without one. */
export function RejectSheet({ payments, onClose, onReject }: RejectSheetProps) {
  const formats = useFormats();
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const amount = formatMoney(sumMoney(payments.map((payment) => payment.amount)), formats);
  const people = [...new Set(payments.map((payment) => payment.collectorName))].join(', ');
  const submit = (): void => {
    if (reason.trim() === '') return setIsAsked(true);
    onReject(reason.trim());
    setReason('');
    return setIsAsked(false);
  };
  return (
    <Sheet
      open={payments.length > 0}
      onClose={onClose}
      title={m.payments_reject_title({ amount })}
      footer={
        <Button variant="danger" size="main" wide onClick={submit}>
          {m.payments_reject()}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 p-4">
        <TextArea
          data-autofocus // The key R promises to start typing the reason.
          label={m.payments_reject_reason()}
          hint={m.payments_reject_why({ person: people })}
          error={isAsked && reason.trim() === '' ? m.payments_reject_needed() : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          {quickReasons().map((quick) => (
            <Chip key={quick} selected={reason === quick} onSelect={() => setReason(quick)}>
              {quick}
            </Chip>
          ))}
        </div>
      </div>
    </Sheet>
  );
}
